namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>A question about swarms that a series of simulations answers, each from several seeds.</summary>
internal interface IStudy
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>What is asked.</summary>
    string Question { get; }

    /// <summary>Measures.</summary>
    /// <param name="options">How much.</param>
    /// <param name="progress">Told what is being measured.</param>
    /// <param name="cancellation">Ends it between two measurements; what <see cref="StudyOptions.Notes"/> have is kept.</param>
    StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation);
}
