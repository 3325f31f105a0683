using BlockAssist.Game.Input;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Play;

/// <summary>How a session is played in a window.</summary>
public sealed record PlayOptions
{
    /// <summary>What is built.</summary>
    public string GoalName { get; init; } = "";

    /// <summary>The most frames a second; 0 for as many as there can be.</summary>
    public int FramesASecond { get; init; } = 60;

    /// <summary>How many threads make meshes.</summary>
    public int MeshingThreads { get; init; } = 1;

    /// <summary>Which key does what.</summary>
    public Bindings Bindings { get; init; } = Bindings.Usual;

    /// <summary>How the player likes the controls.</summary>
    public ControlSettings Controls { get; init; } = new();
}
