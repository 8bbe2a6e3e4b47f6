"use client";

import { Monitor, Moon, Rows3, Rows4, Sun } from "lucide-react";
import { useState } from "react";
import { frameStrings } from "../../frame/frame.strings.ts";
import { chooseDensity, useDensity } from "../../theme/density.ts";
import { chooseTheme, currentTheme, type Theme } from "../../theme/theme.ts";
import { SettingsPart } from "../settings-part.tsx";
import { appearanceStrings } from "./appearance.strings.ts";
import { Choice } from "./choice.tsx";

const themeOptions = [
  { value: "light", label: frameStrings.themes.light, icon: <Sun size={14} /> },
  { value: "dark", label: frameStrings.themes.dark, icon: <Moon size={14} /> },
  { value: "system", label: frameStrings.themes.system, icon: <Monitor size={14} /> },
] as const;

const densityOptions = [
  { value: "comfortable", label: frameStrings.densities.comfortable, icon: <Rows3 size={14} /> },
  { value: "compact", label: frameStrings.densities.compact, icon: <Rows4 size={14} /> },
] as const;

/** Theme and density, as the person's menu has them, with room. */
export function AppearanceSettings() {
  const density = useDensity();
  // Stands in the document, which the server does not have.
  const [theme, setTheme] = useState<Theme | null>(() => (typeof document === "undefined" ? null : currentTheme()));
  return (
    <SettingsPart title={appearanceStrings.title} note={appearanceStrings.note}>
      <Choice
        name="theme"
        label={appearanceStrings.theme}
        value={theme}
        options={themeOptions}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
      <Choice
        name="density"
        label={appearanceStrings.density}
        value={density}
        options={densityOptions}
        onChange={chooseDensity}
      />
    </SettingsPart>
  );
}
