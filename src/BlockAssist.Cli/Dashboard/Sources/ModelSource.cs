using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>The models of a home, and which of them plays.</summary>
/// <param name="home">The home.</param>
/// <param name="clock">The clock.</param>
internal sealed class ModelSource(NodeHome home, TimeProvider clock)
{
    private readonly ModelRegistry _registry = new(home.Models, clock);

    /// <summary>Models, the newest first.</summary>
    public ModelsPage Read(Paging paging)
    {
        var faults = new Faults();
        var models = faults.Try(() => _registry.List().Reverse().ToList(), []);
        return new ModelsPage([.. paging.Of(models).Select(ModelReport.Of)], models.Count) { Faults = faults.Lines };
    }

    /// <summary>Lets a model play from now on.</summary>
    /// <exception cref="RegistryException">There is none of that hash, or it plays already.</exception>
    public ModelReport Promote(string hash) => ModelReport.Of(_registry.Promote(_registry.List().FirstOrDefault(model => model.Hash == hash)?.Hash
        ?? throw new RegistryException("there is no model of that hash")));

    /// <summary>Lets the one play that did before.</summary>
    /// <exception cref="RegistryException">There was none.</exception>
    public ModelReport Rollback(ModelKind kind) => ModelReport.Of(_registry.Rollback(kind));
}
