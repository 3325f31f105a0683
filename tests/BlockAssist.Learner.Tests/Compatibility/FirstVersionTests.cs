using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Personal;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Tests.Checkpoints;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Compatibility;

/// <summary>What version 1 wrote says what it said, and is written as it was.</summary>
public sealed class FirstVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_update_changes_the_weights_that_it_changed()
    {
        using var codec = new UpdateCodec();
        var change = new float[FirstVersion.Change.Length];

        var header = codec.Decode(FirstVersion.Update(), change, FirstVersion.Start, "update.bau");

        Assert.Equal((UpdateFormat.F32, 4), (header.Format, header.Count));
        Assert.Equal(FirstVersion.Change, change);
        Assert.Equal(FirstVersion.Update(), codec.Encode(change, new UpdateOptions(UpdateFormat.F32) { Compress = false }, FirstVersion.Start));
    }

    [Fact]
    public void A_segment_claims_what_it_claimed()
    {
        var (segment, expected) = (SegmentFile.FromBytes(FirstVersion.Segment(), "segment.bas"), FirstVersion.SomeSegment());

        Assert.Equal(expected with { Windows = [], Update = default }, segment with { Windows = [], Update = default });
        Assert.Equal(expected.Windows, segment.Windows);
        Assert.Equal(expected.Update.ToArray(), segment.Update.ToArray());
        Assert.Equal(FirstVersion.Segment(), SegmentFile.ToBytes(segment));
    }

    [Fact]
    public void Evidence_has_the_parts_that_it_had()
    {
        var evidence = LeaseEvidence.FromBytes(FirstVersion.Evidence(), "evidence.bav");

        Assert.Equal(FirstVersion.Segment(), SegmentFile.ToBytes(evidence.Segment));
        Assert.Equal([new ManifestLine(FirstVersion.Start, 1, 40)], evidence.Manifest.Lines);
        Assert.Equal(FirstVersion.Checkpoint(), evidence.Start.ToArray());
        Assert.Equal(FirstVersion.Checkpoint(), evidence.End.ToArray());
        Assert.Empty(evidence.Final.ToArray());
        Assert.Equal([1, 2, 3], Assert.Single(evidence.Episodes).ToArray());
        Assert.Equal(FirstVersion.Evidence(), evidence.ToBytes());
    }

    [Fact]
    public void Evidence_of_self_play_has_the_states_that_it_had()
    {
        var evidence = SelfPlayEvidence.FromBytes(FirstVersion.SelfPlayEvidence(), "selfplay.bap");

        Assert.Equal(FirstVersion.Checkpoint(), evidence.Start.ToArray());
        Assert.Equal([4, 5], evidence.Final.ToArray());
        Assert.Equal(FirstVersion.SelfPlayEvidence(), evidence.ToBytes());
    }

    [Fact]
    public void A_checkpoint_keeps_all_that_it_kept()
    {
        var (checkpoint, expected) = (CheckpointFile.FromBytes(FirstVersion.Checkpoint(), "checkpoint.safetensors"), SomeCheckpoints.Small());

        Assert.Equal((expected.Network, expected.NetworkOptions, expected.TrainingOptions, expected.CodeVersion), (checkpoint.Network, checkpoint.NetworkOptions, checkpoint.TrainingOptions, checkpoint.CodeVersion));
        Assert.Equal((FirstVersion.Start, FirstVersion.Start), (checkpoint.Parent, checkpoint.DataHash));
        Assert.Equal(expected.Row.ToArray(), checkpoint.Row.ToArray());
        Assert.Equal([0.25f, 0, 0, -2], checkpoint.Rows["m"].ToArray());
        Assert.Equal([1, 2, 3], checkpoint.States["random"].ToArray());
        Assert.Equal((7, double.PositiveInfinity, 0.5), (checkpoint.Counters["step"], checkpoint.Scalars["best"], checkpoint.Metrics["accuracy"]));
        Assert.Equal(FirstVersion.Checkpoint(), CheckpointFile.ToBytes(checkpoint));
    }

    [Fact]
    public void A_personal_belief_model_is_of_the_site_the_sessions_and_the_judge_that_it_was()
    {
        var checkpoint = CheckpointFile.FromBytes(FirstVersion.BeliefModel(), "belief.safetensors");

        Assert.Equal(FirstVersion.Site, BeliefModel.ShapeOf(checkpoint));
        Assert.Equal(BeliefModel.Describe(new BeliefNetwork(FirstVersion.Site, FirstVersion.Belief)).Options, checkpoint.NetworkOptions);
        Assert.Equal([0, 1 / 16f, 2 / 16f], checkpoint.Row.Span[..3].ToArray());
        Assert.Equal([0, 1 / 8f, 2 / 8f, 3 / 8f, 0], BeliefModel.JudgeOf(checkpoint)!.Weights[..5].ToArray());
        Assert.Equal(FirstVersion.Start, checkpoint.Parent);
        var form = PersonalForm.Of(checkpoint)!;
        Assert.Equal([ContentHash.Of("session"u8)], form.Sessions);
        Assert.Equal(2, form.Recipe.GetProperty("stages").GetArrayLength());
    }

    [Fact]
    public void A_recipe_trains_as_it_trained()
    {
        var recipe = LeaseRecipe.FromBytes(FirstVersion.Recipe(), "recipe.json");

        Assert.Equal((1e-3, 32, 8), (recipe.Rate, recipe.Length, recipe.Batch));
        Assert.Equal(new ReinforcementOptions(), recipe.SelfPlay);
        Assert.Equal(FirstVersion.Recipe(), recipe.ToBytes());
    }

    [Fact]
    public void A_calibration_tolerates_what_it_tolerated()
    {
        var file = GoldenFiles.Copy("calibration.json", _folder, () =>
        {
            CalibrationFile.Save(FirstVersion.SomeCalibration(), _folder.File("made"));
            return File.ReadAllBytes(_folder.File("made"));
        });

        var report = CalibrationFile.Load(file);

        Assert.Equal(FirstVersion.SomeCalibration().Tolerances, report.Tolerances);
        Assert.Equal(FirstVersion.SomeCalibration().Classes, report.Classes);
        Assert.Equal((4, FirstVersion.SomeCalibration().TrainingOptions), (report.Factor, report.TrainingOptions));
    }

    [Fact]
    public void A_registry_has_the_models_in_the_states_that_they_were_in()
    {
        var bytes = FirstVersion.Checkpoint();
        var hash = ContentHash.Of(bytes);
        File.WriteAllBytes(_folder.File(hash + ".safetensors"), bytes);
        GoldenFiles.Copy("index.jsonl", _folder, MakeIndex);

        var registry = new ModelRegistry(_folder.Path, TimeProvider.System);

        var model = Assert.Single(registry.List());
        Assert.Equal((hash, ModelKind.Human, ModelState.Promoted, FirstVersion.Start, "the first", 0.5), (model.Hash, model.Kind, model.State, model.Parent, model.Note, model.Metrics["accuracy"]));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero), model.Created);
        Assert.Empty(registry.Verify(TestContext.Current.CancellationToken));
        Assert.Equal(FirstVersion.Start, registry.Load(hash).Parent);
    }

    [Fact]
    public void The_notes_of_a_lease_are_those_that_were_kept()
    {
        var episode = _folder.File("one.bae");
        File.WriteAllText(episode, "");
        var list = GoldenFiles.Copy("demonstrations.json", _folder, static () => """[{"path":"one.bae","builder":1,"turns":40}]"""u8.ToArray());
        File.WriteAllText(list, File.ReadAllText(list).Replace("one.bae", episode, StringComparison.Ordinal));

        var kept = new KeptDemonstrations(list).Load()!;

        Assert.Equal((episode, 1, 40), Assert.Single(kept.Demonstrations.Select(one => (one.Path, one.Builder, one.Turns))));
        var mark = new JsonFile<NotedSegment>(GoldenFiles.Copy("mark.json", _folder, MakeMark), "marks of leases", LeaseJson.Default.NotedSegment).Read();
        Assert.Equal(new NotedSegment("lease", new LeaseMark(FirstVersion.Start, "lessons", 0.5f)), mark);
    }

    private byte[] MakeMark()
    {
        var file = new JsonFile<NotedSegment>(_folder.File("made.json"), "marks of leases", LeaseJson.Default.NotedSegment);
        file.Write(new NotedSegment("lease", new LeaseMark(FirstVersion.Start, "lessons", 0.5f)));
        return File.ReadAllBytes(file.Path);
    }

    private byte[] MakeIndex()
    {
        var folder = _folder.File("registry");
        var registry = new ModelRegistry(folder, new Noon());
        var other = registry.Add(SomeCheckpoints.Small(7), ModelKind.Assistant, "another").Model.Hash;
        registry.Archive(other);
        registry.Remove(other);
        registry.Promote(registry.Add(CheckpointFile.FromBytes(FirstVersion.Checkpoint(), "checkpoint"), ModelKind.Human, "the first").Model.Hash);
        return File.ReadAllBytes(Path.Combine(folder, "index.jsonl"));
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    }
}
