namespace BlockAssist.Net.Tests.Swarms;

/// <summary>How a toy trainer lies.</summary>
internal enum ToyLie
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Its evidence is none.</summary>
    Evidence,

    /// <summary>Its steps lead elsewhere.</summary>
    Steps,

    /// <summary>Its steps lead elsewhere, and its update makes the model worse.</summary>
    Harm,
}
