using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Plays a recorded trajectory step by step and compares everything that was recorded.</summary>
/// <remarks>
/// The one thing not compared is where a teleporting builder ends up: MBAG draws the place by a hash that differs from
/// process to process. The recorded place must be one that our rules allow, and is then taken over.
/// </remarks>
internal sealed class TrajectoryCheck
{
    private readonly Findings _findings;
    private readonly BuildSite _site;
    private readonly JsonElement _line;
    private readonly byte[] _planes;
    private readonly byte[] _mask;
    private int _step = -1;

    private TrajectoryCheck(JsonElement line)
    {
        _line = line;
        _findings = new Findings(line.Need("id").Text("id"));
        var options = RecordedSite.ReadOptions(line.Need("config"));
        _site = new BuildSite(options, RecordedSite.ReadState(line.Need("start").Need("state"), options.Size));
        _planes = new byte[Observation.PlaneCount * options.Size.Volume];
        _mask = new byte[_site.Actions.Count];
    }

    /// <summary>Checks one line.</summary>
    public static CheckResult Check(JsonElement line) => new TrajectoryCheck(line).Run();

    private CheckResult Run()
    {
        var start = _line.Need("start");
        if (start.TryGetProperty("goal_similarity", out var similarity))
        {
            _findings.Equal("goal similarity at the start", similarity.GetInt32(), _site.GoalSimilarity);
        }

        if (start.TryGetProperty("goal_percentage", out var percentages))
        {
            ComparePercentages("goal percentage at the start", percentages);
        }

        CompareObservations(start);
        var deeds = new Deed[_site.BuilderCount];
        foreach (var step in _line.Need("steps").Items("steps"))
        {
            _step++;
            CheckStep(step, deeds);
        }

        return _findings.Result;
    }

    private void CheckStep(JsonElement step, Deed[] deeds)
    {
        var actions = step.Need("a").Items("a").Select(RecordedSite.ReadAction).ToArray();
        var before = _site.Capture();
        var candidates = new List<int>();
        foreach (var gives in (ReadOnlySpan<bool>)[true, false])
        {
            for (var builder = 0; builder < actions.Length; builder++)
            {
                if (actions[builder].Type == ActionType.Give == gives)
                {
                    deeds[builder] = Act(builder, actions[builder], step, candidates);
                }
            }
        }

        _site.EndStep(deeds);
        CompareDeeds(step, deeds);
        CompareCandidates(step, candidates);
        CompareState(step, before);
        CompareObservations(step);
    }

    private Deed Act(int builder, BuilderAction action, JsonElement step, List<int> candidates)
    {
        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        if (action.IsEdit && _site.IsTurnOf(builder) && EditRules.NeedsSight(_site, builder, action))
        {
            candidates.Add(EditRules.Candidates(_site, builder, action, _site.SightOf(builder, bodies)).Count);
        }

        var recorded = step.TryGetProperty("pos", out var places) ? RecordedSite.ReadLocation(places[builder]) : _site.LocationOf(builder);
        var allowed = !_site.Options.Teleportation || !action.IsEdit || IsAllowedPlace(builder, action, recorded);
        var deed = _site.Act(builder, action);
        if (_site.Options.Teleportation && deed.Action.IsEdit)
        {
            _findings.Equal(At("the recorded standing place is allowed"), true, allowed);
            _site.MoveTo(builder, recorded);
        }

        return deed;
    }

    private bool IsAllowedPlace(int builder, BuilderAction action, Location recorded)
    {
        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        var feet = new BlockPos((int)recorded.X, (int)Math.Round(recorded.Y), (int)recorded.Z);
        return StandingPlaces.Allows(_site, action.Type, _site.Size.PosOf(action.Cell), feet, _site.SightOf(builder, bodies));
    }

    private void CompareDeeds(JsonElement step, Deed[] deeds)
    {
        for (var builder = 0; builder < deeds.Length; builder++)
        {
            var deed = deeds[builder];
            _findings.Equal(At($"effect of builder {builder}"), RecordedSite.ReadAction(step.Need("eff")[builder]), deed.Action);
            _findings.Equal(At($"correctness of builder {builder}"), step.Need("ok")[builder].GetBoolean(), deed.Correct);
            _findings.Near(At($"own reward of builder {builder}"), step.Need("own")[builder].GetDouble(), deed.OwnReward);
            _findings.Near(At($"goal-dependent reward of builder {builder}"), step.Need("gdr")[builder].GetDouble(), deed.GoalDependentReward);
            _findings.Near(At($"goal-independent reward of builder {builder}"), step.Need("gir")[builder].GetDouble(), deed.GoalIndependentReward);
            _findings.Near(At($"reward of builder {builder}"), step.Need("r")[builder].GetDouble(), deed.Reward);
        }

        ComparePercentages(At("goal percentage"), step.Need("pct"));
        _findings.Equal(At("goal similarity"), step.Need("sim").Integer("sim"), _site.GoalSimilarity);
        _findings.Equal(At("episode over"), step.Need("done").Truth("done"), _site.IsOver);
    }

    private void ComparePercentages(string what, JsonElement recorded)
    {
        for (var builder = 0; builder < _site.BuilderCount; builder++)
        {
            _findings.Near($"{what} of builder {builder}", recorded[builder].GetDouble(), _site.GoalPercentageOf(builder));
        }
    }

    // A step in which nobody got as far as the search says nothing of it.
    private void CompareCandidates(JsonElement step, List<int> candidates)
    {
        var recorded = step.TryGetProperty("cand", out var counts) ? counts.Items("cand").Select(count => count.GetInt32()) : [];
        _findings.Equal(At("candidates"), string.Join(' ', recorded), string.Join(' ', candidates));
    }

    private void CompareState(JsonElement step, SiteState before)
    {
        _findings.Equal(At("changed blocks"), Changes(step.Need("db")), Changes(before.Blocks.Blocks, _site.Blocks));
        _findings.Equal(At("changed last-interacted"), Changes(step.Need("dl")), Changes<sbyte>([.. before.LastInteracted], _site.LastInteracted));
        for (var builder = 0; builder < _site.BuilderCount; builder++)
        {
            if (step.TryGetProperty("pos", out var places))
            {
                _findings.Equal(At($"place of builder {builder}"), RecordedSite.ReadLocation(places[builder]), _site.LocationOf(builder));
            }

            if (step.TryGetProperty("inv", out var inventories))
            {
                _findings.Equal(
                    At($"inventory of builder {builder}"), Contents(RecordedSite.ReadInventory(inventories[builder])), Contents(_site.InventoryOf(builder)));
            }
        }
    }

    private void CompareObservations(JsonElement moment)
    {
        for (var builder = 0; builder < _site.BuilderCount; builder++)
        {
            if (moment.TryGetProperty("obs", out var observations) && observations[builder].ValueKind == JsonValueKind.Array)
            {
                CompareObservation(observations[builder], builder);
            }

            CompareMask(moment, "mask", lineOfSight: false, builder);
            CompareMask(moment, "mask_los", lineOfSight: true, builder);
        }
    }

    private void CompareObservation(JsonElement recorded, int builder)
    {
        var observation = _site.Observe(builder);
        var counts = new int[_site.BuilderCount * Palette.Count];
        observation.WritePlanes(_planes);
        observation.WriteInventories(counts);
        _findings.Equal(At($"observed planes of builder {builder}"), recorded[0].GetUInt32(), Crc32.HashToUInt32(_planes));
        _findings.Equal(
            At($"observed inventories of builder {builder}"),
            string.Join(' ', recorded[1].EnumerateArray().Select(count => count.GetInt32())),
            string.Join(' ', counts));
        _findings.Equal(At($"observed timestep of builder {builder}"), recorded[2].GetInt32(), observation.Timestep);
    }

    private void CompareMask(JsonElement moment, string name, bool lineOfSight, int builder)
    {
        if (!moment.TryGetProperty(name, out var masks) || masks[builder].ValueKind != JsonValueKind.Array)
        {
            return;
        }

        ActionMask.WriteFlat(_site, builder, lineOfSight, _mask);
        _findings.Equal(At($"{name} count of builder {builder}"), masks[builder][0].GetInt32(), _mask.AsSpan().Count((byte)1));
        _findings.Equal(At($"{name} of builder {builder}"), masks[builder][1].GetUInt32(), Crc32.HashToUInt32(_mask));
    }

    private string At(string what) => $"step {_step}: {what}";

    private static string Changes(JsonElement recorded) =>
        string.Join(' ', recorded.EnumerateArray().OrderBy(change => change[0].GetInt32()).Select(change => $"{change[0]}={change[1]}"));

    private static string Changes<T>(ReadOnlySpan<T> before, ReadOnlySpan<T> after)
        where T : struct
    {
        var old = MemoryMarshal.Cast<T, sbyte>(before);
        var now = MemoryMarshal.Cast<T, sbyte>(after);
        var changes = new List<string>();
        for (var cell = 0; cell < old.Length; cell++)
        {
            if (old[cell] != now[cell])
            {
                changes.Add($"{cell}={now[cell]}");
            }
        }

        return string.Join(' ', changes);
    }

    private static string Contents(Inventory inventory)
    {
        var slots = new List<string>();
        for (var slot = 0; slot < Inventory.SlotCount; slot++)
        {
            var content = inventory.Slots[slot];
            if (content != default)
            {
                slots.Add($"{slot}:{Palette.NameOf(content.Block)}×{content.Count}");
            }
        }

        return string.Join(' ', slots);
    }
}
