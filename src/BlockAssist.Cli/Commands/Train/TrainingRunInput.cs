using System.CommandLine;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Train;

/// <summary>Where a training keeps what it needs to go on after a crash, whether it does, and where else its model goes.</summary>
/// <param name="name">The folder of the home it is kept in by default, below <c>training</c>.</param>
internal sealed class TrainingRunInput(string name)
{
    private readonly Option<string?> _folder = new("--run") { Description = $"Where the training keeps what it needs to go on; by default training/{name} in the home.", HelpName = "DIR" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on where the last training in that folder was, to exactly the same weights." };
    private readonly Option<string?> _output = new("--out") { Description = "Write the checkpoint here too; it is always added to the node's models as a candidate.", HelpName = "FILE" };

    /// <summary>The options, in the order of the help.</summary>
    public IEnumerable<Option> Options => [_folder, _resume, _output];

    /// <summary>What a command line says of them.</summary>
    public KeptRun In(ParseResult parsed, CommandContext context) =>
        new(parsed.GetValue(_folder) ?? Path.Combine(context.Home.Training, name), parsed.GetValue(_resume), parsed.GetValue(_output));
}
