namespace BlockAssist.Cli.Swarm;

/// <summary>A state that <c>train verify-lease</c> is to write.</summary>
/// <param name="Steps">After how many steps of the segment.</param>
/// <param name="File">Where to.</param>
internal sealed record WantedState(int Steps, string File);

/// <summary>States that <c>train verify-lease</c> is to compare.</summary>
/// <param name="Steps">After how many steps of the segment.</param>
/// <param name="Trainer">The file of the trainer's.</param>
/// <param name="Challenger">The file of the challenger's.</param>
/// <param name="Class">The key of the challenger's class of device.</param>
internal sealed record ComparedStates(int Steps, string Trainer, string Challenger, string Class);

/// <summary>A step that <c>train verify-lease</c> is to make.</summary>
/// <param name="Steps">After how many steps of the segment.</param>
/// <param name="Before">The file of the state to begin with; null for the segment's start.</param>
/// <param name="After">The file of the state to which the trainer says it leads; null for the segment's end.</param>
internal sealed record DisputedStep(int Steps, string? Before, string? After);
