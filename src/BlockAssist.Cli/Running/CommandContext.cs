using Serilog;

namespace BlockAssist.Cli.Running;

/// <summary>What a verb works with besides its own options.</summary>
internal sealed class CommandContext(Surroundings surroundings, Output output, NodeHome home, ILogger log, ProgressDisplay progress)
{
    /// <summary>Streams, environment and clock.</summary>
    public Surroundings Surroundings { get; } = surroundings;

    /// <summary>Takes the result.</summary>
    public Output Output { get; } = output;

    /// <summary>Where the node keeps its files.</summary>
    public NodeHome Home { get; } = home;

    /// <summary>For people on standard error, for machines in the home's log file.</summary>
    public ILogger Log { get; } = log;

    /// <summary>The same in another home.</summary>
    public CommandContext In(NodeHome home) => new(Surroundings, Output, home, Log, progress);

    /// <summary>Does work of a known size and shows how far it is.</summary>
    public T WithProgress<T>(string title, long total, Func<ProgressMeter, T> work) => progress.During(title, total, work);
}
