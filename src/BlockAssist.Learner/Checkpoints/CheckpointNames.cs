namespace BlockAssist.Learner.Checkpoints;

/// <summary>The names in a checkpoint's file. They never change their meaning.</summary>
internal static class CheckpointNames
{
    /// <summary>The metadata entry that says what the file is.</summary>
    public const string Kind = "blockassist";

    /// <summary>What it says, before the version.</summary>
    public const string KindStart = "checkpoint ";

    /// <summary>The version that is written, and the newest that is read.</summary>
    public const int Version = 1;

    /// <summary>What it says.</summary>
    public const string KindAndVersion = "checkpoint 1";

    /// <summary>Before the name of a row other than the weights; no weight has a slash in its name.</summary>
    public const string RowPrefix = "row/";

    /// <summary>Before the name of a state.</summary>
    public const string StatePrefix = "state/";

    /// <summary>The names of the weights in the order of the row.</summary>
    public const string Weights = "weights";

    /// <summary><see cref="Checkpoint.Network"/>.</summary>
    public const string Network = "network";

    /// <summary><see cref="Checkpoint.NetworkOptions"/>.</summary>
    public const string NetworkOptions = "network_options";

    /// <summary><see cref="Checkpoint.TrainingOptions"/>.</summary>
    public const string TrainingOptions = "training_options";

    /// <summary><see cref="Checkpoint.Counters"/>.</summary>
    public const string Counters = "counters";

    /// <summary><see cref="Checkpoint.Scalars"/>.</summary>
    public const string Scalars = "scalars";

    /// <summary><see cref="Checkpoint.Metrics"/>.</summary>
    public const string Metrics = "metrics";

    /// <summary><see cref="Checkpoint.DataHash"/>.</summary>
    public const string DataHash = "data";

    /// <summary><see cref="Checkpoint.CodeVersion"/>.</summary>
    public const string CodeVersion = "code";

    /// <summary><see cref="Checkpoint.Parent"/>.</summary>
    public const string Parent = "parent";
}
