namespace BlockAssist.Game.Tests.Platform;

/// <summary>Tests that draw without a window, which do so one after the other: as in the game, there is one OpenGL context at a time.</summary>
[CollectionDefinition(Name)]
public sealed class DrawingInTurn
{
    /// <summary>What its tests say.</summary>
    public const string Name = "drawing";
}
