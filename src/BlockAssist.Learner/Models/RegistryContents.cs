using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Models;

/// <summary>What the events of an index add up to.</summary>
internal sealed class RegistryContents
{
    private readonly OrderedDictionary<string, ModelEntry> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<ModelKind, List<string>> _played = Enum.GetValues<ModelKind>().ToDictionary(kind => kind, _ => new List<string>());

    private RegistryContents()
    {
    }

    /// <summary>All models, in the order in which they were added.</summary>
    public IEnumerable<ModelEntry> Models => _models.Values;

    /// <summary>The state after some events.</summary>
    /// <exception cref="ArtifactFormatException">An event is not possible after those before it.</exception>
    public static RegistryContents After(IReadOnlyList<RegistryEvent> events, string file)
    {
        var contents = new RegistryContents();
        for (var i = 0; i < events.Count; i++)
        {
            if (contents.WhyNot(events[i]) is { } reason)
            {
                throw new ArtifactFormatException(file, $"line {i + 1}", $"'{events[i].Op}' of {events[i].Hash}: {reason}", "an event that is possible there");
            }

            contents.Apply(events[i]);
        }

        return contents;
    }

    /// <summary>The model of a hash; null if there is none.</summary>
    public ModelEntry? Find(string hash) => _models.GetValueOrDefault(hash);

    /// <summary>The model that plays; null before there is one.</summary>
    public ModelEntry? Promoted(ModelKind kind) => _played[kind] is [.., var last] ? _models[last] : null;

    /// <summary>The model that played before that one; null if there is none to go back to.</summary>
    public ModelEntry? Previous(ModelKind kind) => _played[kind] is [.., var before, _] ? _models[before] : null;

    /// <summary>Why an event is not possible now; null if it is.</summary>
    public string? WhyNot(RegistryEvent entry) => (entry.Op, Find(entry.Hash)) switch
    {
        (RegistryOperation.Add, null) => entry.Kind is null ? "it has no kind" : null,
        (RegistryOperation.Add, _) => "it is there already",
        (_, null) => "there is no such model",
        (RegistryOperation.Promote, { State: ModelState.Promoted }) => "it is promoted already",
        (RegistryOperation.Promote, _) => null,
        (RegistryOperation.Rollback, var model) => Previous(model.Kind)?.Hash == model.Hash ? null : "it is not the one that was promoted before",
        (RegistryOperation.Archive, { State: ModelState.Candidate }) => null,
        (RegistryOperation.Archive, { State: ModelState.Promoted }) => "it is promoted; promote another or roll back first",
        (RegistryOperation.Archive, _) => "it is archived already",
        (RegistryOperation.Remove, { State: ModelState.Archived }) => null,
        (RegistryOperation.Remove, var model) => $"it is {(model.State == ModelState.Promoted ? "promoted" : "a candidate")}; only an archived model can be removed",
        _ => "no such operation",
    };

    private void Apply(RegistryEvent entry)
    {
        switch (entry.Op)
        {
            case RegistryOperation.Add:
                Add(entry);
                break;
            case RegistryOperation.Promote:
                Promote(_models[entry.Hash]);
                break;
            case RegistryOperation.Rollback:
                Rollback(_models[entry.Hash].Kind);
                break;
            case RegistryOperation.Archive:
                Set(entry.Hash, ModelState.Archived);
                break;
            default:
                Remove(_models[entry.Hash]);
                break;
        }
    }

    private void Add(RegistryEvent entry) => _models.Add(entry.Hash, new ModelEntry(entry.Hash, entry.Kind!.Value, entry.At)
    {
        Parent = entry.Parent,
        Metrics = entry.Metrics ?? [],
        Note = entry.Note,
    });

    private void Promote(ModelEntry model)
    {
        var played = _played[model.Kind];
        if (played is [.., var last])
        {
            Set(last, ModelState.Archived);
        }

        // Its earlier turn is forgotten, so that going back visits each model once.
        played.Remove(model.Hash);
        played.Add(model.Hash);
        Set(model.Hash, ModelState.Promoted);
    }

    private void Rollback(ModelKind kind)
    {
        var played = _played[kind];
        Set(played[^1], ModelState.Archived);
        played.RemoveAt(played.Count - 1);
        Set(played[^1], ModelState.Promoted);
    }

    private void Remove(ModelEntry model)
    {
        _models.Remove(model.Hash);
        _played[model.Kind].Remove(model.Hash);
    }

    private void Set(string hash, ModelState state) => _models[hash] = _models[hash] with { State = state };
}
