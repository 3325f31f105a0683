namespace BlockAssist.Game.Tests.Platform;

/// <summary>Tests that change this process's display, and so run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DisplayGroup
{
    /// <summary>What its tests say.</summary>
    public const string Name = "display";
}
