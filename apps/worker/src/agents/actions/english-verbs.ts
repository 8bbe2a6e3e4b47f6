/** What orders to oneself begin with. Some are nouns, too: only their row makes them steps. */
export const englishVerbs = new Set(
  (
    "add adjust agree air answer apologise apologize apply arrange ask assemble attach back bake bleed block book borrow bring brush build buy " +
    "calculate call cancel catch change charge check choose clean clear close collect compare complete confirm contact cook copy count cover create cut " +
    "decide declutter defrost delete deliver deploy descale design dig discuss divide document donate download draft draw drill drive drop dry dust " +
    "edit email empty exchange export feed fetch file fill find finish fix fold follow freeze gather get give go grab grate hang hand hoover import inform " +
    "insert install invite invoice iron join keep label lay learn leave let lift list load lock look lubricate mail make measure meet mend merge message mop move mow " +
    "note notify oil open order organise organize pack paint pay peel phone pick plan plant plug polish post practise practice prepare press print prune publish pull push put " +
    "read rebuild rebase record recycle refill refund register remind remove rename rent repair replace reply repot request research reserve reset restart return review revise rewrite ring rinse rotate run " +
    "sand save scan schedule scrub seal search sell send set sharpen shave shop show sign sketch sort sow speak split start stop store strip submit summarise summarize sweep switch " +
    "take talk tell test thank throw tidy tie transfer translate trim try turn type unload unpack unplug update upgrade upload use vacuum varnish verify visit " +
    "walk wash watch water weed weigh wipe wrap write " +
    "bag box bundle chill comb deal dispose drag dye enrol enter fasten fit flip glaze grease greet hit hook hose inflate jot knead lend level line lower mix nail nudge pin pipe pitch plough pop power preheat process pump rest rearrange rebook recharge redo refuel rehearse reheat reimburse reorganise season secure separate serve settle shake shape shelve shift shut sieve skim soak solder sprinkle squeeze stack staple stitch strain swap tack tackle thin tighten toast toss trace unblock undo unlock unroll unscrew untangle unwrap warm weld whisk wind zip bin " +
    "acknowledge announce archive aerate air approve assign backup batch bathe blend boil bolt brief broil carry chop chase clip cool crop crosscheck dismantle dispatch double drain dress email estimate evaluate explain explore extract finalise finalize forward frame fry groom harvest heat hide hire identify implement improve investigate knit light link locate log marinate mark mount negotiate number offer outline pause peel photograph pour program promote proofread query raise rake re-read reconcile recover refactor refresh release relocate renew reproduce rescue resolve restore retrieve rework rinse roast roll rub sew shoot simmer slice solve spray stain stamp steam step stick stir study survey sync tag tape top touch train treat unblock unplug unsubscribe validate varnish vote wax wire work"
  ).split(" "),
);
