namespace BlockAssist.Game.Settings;

/// <summary>How much the assistant dares to do without being told. The names are those of a settings file.</summary>
public enum Helpfulness
{
    /// <summary>What it is fairly sure of.</summary>
    Balanced,

    /// <summary>Only what it is very sure of.</summary>
    Cautious,

    /// <summary>What it thinks likely.</summary>
    Bold,
}
