namespace BlockAssist.Net.Identities;

/// <summary>The words of names. Their places are part of what a name means: never changed, never moved.</summary>
internal static class PeerNameWords
{
    /// <summary>How many words of each sort there are: as many as a byte has values.</summary>
    public const int Count = 256;

    /// <summary>What an animal may be like.</summary>
    public static readonly IReadOnlyList<string> Adjectives = List(
        """
        able agile airy alert amber ample ancient apt arctic ardent ashen autumn awake azure balmy bashful blithe blue bold bonny bouncy
        brave breezy bright brisk bronze busy calm candid canny cheery chief chilly civil clean clear clever cloudy cool coral cosmic cosy
        crafty creamy crimson crisp curious curly cyan dainty dapper daring dawn dear deep deft dewy dusky dusty eager early earnest easy
        elder elegant emerald epic equal exact fabled fair fancy fast festive fiery fine firm fleet floral flying foggy fond frank free
        fresh frosty gallant gentle giddy gifted gilded glad glassy gleeful glossy golden grand grassy green hale handy happy hardy hasty
        hazel hearty helpful honest humble icy ideal indigo ivory jade jaunty jazzy jolly jovial joyful keen kind kindly large lasting
        lavish leafy level light lilac lime lively lofty loud loyal lucid lucky lunar magic maple marble mellow merry mighty mild minty
        misty modest mossy musical navy neat new nimble noble novel oaken ochre olive opal open orange orderly pastel patient peachy pearly
        peppy pink placid playful plucky plum plush polar polite prime proud pure purple quick quiet radiant rapid rare ready regal rosy
        round royal ruby rustic sandy scarlet serene sharp shiny shy silent silken silver simple skilled sleek smart smiling smooth snowy
        snug soft solar solid sonic spicy spirited spry stable stately steady stellar stoic stout strong sturdy sunny sure sweet swift tall
        tawny teal tender thrifty tidy tireless topaz tough tranquil true trusty upbeat valiant velvet vernal violet vivid warm wavy wild
        windy winged wise witty woody young zany zesty
        """);

    /// <summary>The animals.</summary>
    public static readonly IReadOnlyList<string> Animals = List(
        """
        addax agouti alpaca anchovy ant anteater antelope ape auk avocet axolotl baboon badger barbet bat bear beaver bee beetle bison
        bittern boar bobcat bonobo bream buffalo bulbul bunting bustard butterfly buzzard camel canary capybara caracal cardinal caribou
        carp cassowary cat catfish chaffinch chameleon chamois cheetah chickadee chipmunk cicada civet clam coati cobra cod colt condor coot
        cormorant cougar cow coyote coypu crab crane cricket crocodile crossbill crow cuckoo curlew deer dhole dingo dipper dog dolphin
        donkey dormouse dotterel dove dragonfly drake duck dugong dunlin eagle echidna eel egret eider eland elephant elk emu ermine falcon
        ferret finch firefly flamingo flounder fox frog gannet gazelle gecko gerbil gibbon giraffe gnu goat godwit goldcrest goldfinch
        goldfish goose gopher gorilla goshawk grebe grouse guanaco guillemot gull haddock halibut hamster hare harrier hawk hedgehog heron
        herring hippo hoopoe hornbill hornet horse hyena ibex ibis iguana impala jackal jackdaw jaguar jay jellyfish kangaroo kestrel
        kinglet kite kitten kiwi koala koi kudu ladybird lamb lapwing lark lemming lemur leopard limpet linnet lion lizard llama lobster
        loon lory lynx macaw mackerel magpie mallard manatee mandrill manta marlin marmot marten meerkat merlin mink minnow mole mongoose
        moorhen moose moth mouse mule muskox narwhal newt nighthawk numbat nuthatch ocelot octopus okapi opossum orca oriole oryx osprey
        ostrich otter owl ox oyster panda pangolin panther parakeet parrot partridge peacock pelican penguin perch petrel pheasant pigeon
        pika pike pipit platypus plover pony porcupine porpoise possum prawn ptarmigan puffin puma python quail quokka rabbit raccoon ram
        raven ray redstart reindeer rhino robin rook salmon sandpiper sardine seahorse seal
        """);

    private static string[] List(string words) => words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
