using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Tests.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Models;

public sealed class ModelRegistryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelRegistry _registry;

    public ModelRegistryTests() => _registry = new ModelRegistry(_folder.File("models"), TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_registry_that_nobody_wrote_to_is_empty()
    {
        Assert.Empty(_registry.List());
        Assert.Null(_registry.Promoted(ModelKind.Human));
        Assert.Empty(_registry.Verify(TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(_folder.File("models")));
    }

    [Fact]
    public void A_model_is_added_as_a_candidate_under_its_hash()
    {
        var parent = ContentHash.Of([]);

        var model = _registry.Add(SomeCheckpoints.Small() with { Parent = parent }, ModelKind.Assistant, "the first").Model;

        Assert.Equal((ModelKind.Assistant, ModelState.Candidate, parent, "the first", 0.5), (model.Kind, model.State, model.Parent, model.Note, model.Metrics["accuracy"]));
        Assert.Equal(model.Hash, ContentHash.OfFile(_folder.File($"models/{model.Hash}.safetensors")));
        Assert.Equal(model.Hash, _registry.Find(model.Hash[..8]).Hash);
        Assert.Equal("tiny", _registry.Load(model.Hash).Network);
    }

    [Fact]
    public void Adding_again_changes_nothing_and_another_kind_is_refused()
    {
        var first = Add(1);

        Assert.Equal(first.Created, Add(1).Created);
        Assert.Single(_registry.List());
        Assert.Throws<RegistryException>(() => Add(1, ModelKind.Assistant));
    }

    [Fact]
    public void One_model_of_each_kind_is_promoted_and_the_one_before_it_archived()
    {
        var (first, second, other) = (Add(1), Add(2), Add(3, ModelKind.Assistant));

        _registry.Promote(first.Hash);
        _registry.Promote(other.Hash);
        var promoted = _registry.Promote(second.Hash);

        Assert.Equal((second.Hash, ModelState.Promoted), (promoted.Hash, promoted.State));
        Assert.Equal([ModelState.Archived, ModelState.Promoted, ModelState.Promoted], _registry.List().Select(model => model.State));
        Assert.Equal(other.Hash, _registry.Promoted(ModelKind.Assistant)?.Hash);
    }

    [Fact]
    public void Rolling_back_lets_the_one_before_play_until_there_is_none()
    {
        var hashes = Enumerable.Range(1, 3).Select(first => Add(first).Hash).ToList();
        hashes.ForEach(hash => _registry.Promote(hash));

        Assert.Equal(hashes[1], _registry.Rollback(ModelKind.Human).Hash);
        Assert.Equal(hashes[0], _registry.Rollback(ModelKind.Human).Hash);
        Assert.Throws<RegistryException>(() => _registry.Rollback(ModelKind.Human));
        Assert.Equal(hashes[0], _registry.Promoted(ModelKind.Human)?.Hash);
    }

    [Fact]
    public void Rolling_back_passes_over_a_model_that_was_removed()
    {
        var hashes = Enumerable.Range(1, 3).Select(first => Add(first).Hash).ToList();
        hashes.ForEach(hash => _registry.Promote(hash));
        _registry.Remove(hashes[1]);

        Assert.Equal(hashes[0], _registry.Rollback(ModelKind.Human).Hash);
    }

    [Fact]
    public void Only_archived_models_are_removed_and_only_candidates_archived()
    {
        var (plays, waits) = (Add(1), Add(2));
        _registry.Promote(plays.Hash);

        Assert.Throws<RegistryException>(() => _registry.Remove(plays.Hash));
        Assert.Throws<RegistryException>(() => _registry.Remove(waits.Hash));
        Assert.Throws<RegistryException>(() => _registry.Archive(plays.Hash));
        _registry.Archive(waits.Hash);
        _registry.Remove(waits.Hash);

        Assert.Equal(plays.Hash, Assert.Single(_registry.List()).Hash);
        Assert.False(File.Exists(_registry.PathOf(waits.Hash)));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("0123")]
    public void What_is_no_hash_names_no_file(string hash) => Assert.Throws<RegistryException>(() => _registry.PathOf(hash));

    [Fact]
    public void A_damaged_model_is_found_and_not_promoted()
    {
        var model = Add(1);
        var bytes = File.ReadAllBytes(_registry.PathOf(model.Hash));
        bytes[^1] ^= 1;
        File.WriteAllBytes(_registry.PathOf(model.Hash), bytes);

        Assert.Contains(ContentHash.Of(bytes), Assert.Single(_registry.Verify(TestContext.Current.CancellationToken)).Problem, StringComparison.Ordinal);
        Assert.Throws<ArtifactFormatException>(() => _registry.Promote(model.Hash));
        Assert.Throws<ArtifactFormatException>(() => _registry.Export(model.Hash, _folder.File("out")));
        Assert.Null(_registry.Promoted(ModelKind.Human));
    }

    [Fact]
    public void Files_that_are_gone_or_that_nobody_names_are_found()
    {
        var (gone, there) = (Add(1), Add(2));
        File.Delete(_registry.PathOf(gone.Hash));
        File.WriteAllText(_folder.File("models/stray.safetensors"), "");

        Assert.Equal([gone.Hash, "stray"], _registry.Verify(TestContext.Current.CancellationToken).Select(finding => Path.GetFileNameWithoutExtension(finding.File)));
        Assert.NotEqual(gone.Hash, there.Hash);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_whose_file_was_lost_or_damaged_is_put_back_by_adding_it_again(bool isLost)
    {
        var model = _registry.Promote(Add(1).Hash);
        _registry.Export(model.Hash, _folder.File("copy.safetensors"));
        Spoil(_registry.PathOf(model.Hash), isLost);

        var back = _registry.Import(_folder.File("copy.safetensors"), ModelKind.Human);

        Assert.Equal((AdditionOutcome.PutBack, ModelState.Promoted, model.Created), (back.Outcome, back.Model.State, back.Model.Created));
        Assert.Empty(_registry.Verify(TestContext.Current.CancellationToken));
        Assert.Equal(AdditionOutcome.ThereAlready, _registry.Add(SomeCheckpoints.Small(1), ModelKind.Human).Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_needs_a_lost_or_damaged_model_is_told_its_hash_and_to_import_it_again(bool isLost)
    {
        var model = Add(1);
        Spoil(_registry.PathOf(model.Hash), isLost);

        var refusal = Assert.Throws<ArtifactFormatException>(() => _registry.Load(model.Hash));

        Assert.StartsWith(_registry.PathOf(model.Hash), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("blockassist model import", refusal.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_travels_by_file_to_another_registry()
    {
        var model = Add(1);
        _registry.Export(model.Hash, _folder.File("model.safetensors"));

        var other = new ModelRegistry(_folder.File("other"), TimeProvider.System);

        Assert.Equal(model.Hash, other.Import(_folder.File("model.safetensors"), ModelKind.Human).Model.Hash);
        Assert.Empty(other.Verify(TestContext.Current.CancellationToken));
        File.WriteAllText(_folder.File("model.safetensors"), "something else");
        Assert.Throws<ArtifactFormatException>(() => other.Import(_folder.File("model.safetensors"), ModelKind.Human));
    }

    [Fact]
    public void Two_who_add_at_once_both_succeed()
    {
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, thread =>
        {
            var own = new ModelRegistry(_folder.File("models"), TimeProvider.System);
            for (var i = 0; i < 10; i++)
            {
                own.Add(SomeCheckpoints.Small((thread * 100) + i), ModelKind.Human);
            }
        });

        Assert.Equal(40, _registry.List().Count);
        Assert.Empty(_registry.Verify(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Who_cannot_get_the_lock_says_so()
    {
        Add(1);
        using var held = new FileStream(_folder.File("models/index.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var impatient = new ModelRegistry(_folder.File("models"), TimeProvider.System) { Patience = TimeSpan.Zero };

        Assert.Contains("another process", Assert.Throws<RegistryException>(() => impatient.Add(SomeCheckpoints.Small(2), ModelKind.Human)).Message, StringComparison.Ordinal);
        Assert.Single(impatient.List());
    }

    private static void Spoil(string file, bool isLost)
    {
        if (isLost)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        }
    }

    private ModelEntry Add(float first, ModelKind kind = ModelKind.Human) => _registry.Add(SomeCheckpoints.Small(first), kind).Model;
}
