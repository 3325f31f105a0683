namespace BlockAssist.Simulation.Episodes;

/// <summary>What a builder of an episode was. Written to files: add at the end, never renumber.</summary>
public enum BuilderRole : byte
{
    /// <summary>Who has the goal in mind.</summary>
    Person = 0,

    /// <summary>Who helps, without knowing the goal.</summary>
    Assistant = 1,

    /// <summary>A program that follows fixed rules.</summary>
    Scripted = 2,
}
