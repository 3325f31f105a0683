namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>What those who want a model to become worse send instead of what they learnt.</summary>
internal enum Lie
{
    /// <summary>Nothing else: they are honest.</summary>
    None,

    /// <summary>The opposite of it.</summary>
    Opposite,

    /// <summary>What they learnt from play in which people do something else than they did.</summary>
    WrongLabels,

    /// <summary>One direction in all rounds, as long as what the others send.</summary>
    OneDirection,

    /// <summary>What they learnt some rounds ago.</summary>
    Delayed,

    /// <summary>The mean of the honest less a share of their spread: hidden among them (Baruch, Baruch and Goldberg 2019, "A Little Is Enough").</summary>
    Hidden,

    /// <summary>A share of the opposite of the honest mean (Xie, Koyejo and Gupta 2020, "Fall of Empires").</summary>
    InnerProduct,

    /// <summary>What another peer sends.</summary>
    Copy,
}
