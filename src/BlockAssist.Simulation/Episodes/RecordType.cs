namespace BlockAssist.Simulation.Episodes;

/// <summary>What a record of an episode file holds. Written to files: never renumber; readers skip what they do not know.</summary>
internal enum RecordType : byte
{
    /// <summary>The first record: rules, goal, builders, start.</summary>
    Header = (byte)'H',

    /// <summary>Steps, corrections and state hashes.</summary>
    Steps = (byte)'S',

    /// <summary>Where players were and looked.</summary>
    Poses = (byte)'P',

    /// <summary>What builders made of each other's help.</summary>
    Feedback = (byte)'F',

    /// <summary>The whole state.</summary>
    Keyframe = (byte)'K',

    /// <summary>The last record of an episode that was not cut off.</summary>
    End = (byte)'E',
}
