// Side effects only: the @font-face rules of both families, served from our own origin.
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
