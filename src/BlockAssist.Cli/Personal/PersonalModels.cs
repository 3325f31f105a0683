using BlockAssist.Cli.Assistance;
using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Personal;

namespace BlockAssist.Cli.Personal;

/// <summary>The assistants of a node: the one for all, those that learnt from the player, and which of them plays.</summary>
internal sealed class PersonalModels
{
    private const string CameWithProgram = "came with the program";

    private readonly ModelRegistry _registry;

    /// <summary>Looks which there are.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public PersonalModels(CommandContext context)
    {
        _registry = ModelInput.Registry(context);
        Playing = PlayingAssistant.Find(context);
        Candidate = Newest();
    }

    /// <summary>The one that plays.</summary>
    public NamedModel Playing { get; private set; }

    /// <summary>The newest that learnt from the player and does not play; null if there is none.</summary>
    public NamedModel? Candidate { get; }

    /// <summary>The model for all that whoever learns from the player begins with; of those that came with the program the newest.</summary>
    public NamedModel ForAll()
    {
        var hash = PersonalForm.Of(Playing.Checkpoint) is null ? Playing.Hash : Playing.Checkpoint.Parent;
        return _registry.List().FirstOrDefault(model => model.Hash == hash) is { Note: not CameWithProgram } own
            ? new NamedModel(_registry.Load(own.Hash), own.Hash, false)
            : NamedModel.OpenShipped(ModelKind.Assistant);
    }

    /// <summary>Adds one that learnt from the player.</summary>
    public string Add(Checkpoint checkpoint, string note) => _registry.Add(checkpoint, ModelKind.Assistant, note).Model.Hash;

    /// <summary>Lets the candidate play from now on. One that came with the program is kept among the node's own, to go back to.</summary>
    public void Promote()
    {
        if (Playing.IsShipped)
        {
            _registry.Add(Playing.Checkpoint, ModelKind.Assistant, CameWithProgram);
            _registry.Promote(Playing.Hash);
        }

        _registry.Promote(Candidate!.Hash);
        Playing = Candidate;
    }

    private NamedModel? Newest() => _registry.List()
        .Where(model => model is { Kind: ModelKind.Assistant, State: ModelState.Candidate })
        .Reverse()
        .Select(model => new NamedModel(_registry.Load(model.Hash), model.Hash, false))
        .FirstOrDefault(model => PersonalForm.Of(model.Checkpoint) is not null);
}
