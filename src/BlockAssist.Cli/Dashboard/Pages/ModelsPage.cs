using BlockAssist.Cli.Commands.Models;

namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>The models of the node, the newest first.</summary>
/// <param name="Models">Those of the page.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record ModelsPage(IReadOnlyList<ModelReport> Models, int Total)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
