using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Leases;

[Collection(TrainingTests.Name)]
public sealed class LeaseTrainingTests : IDisposable
{
    private readonly SmallLease _small = new();

    [Fact]
    public void A_lease_that_is_ended_after_each_segment_comes_to_the_same_bits()
    {
        var whole = _small.Train("whole");
        for (var segments = 1; segments < SmallLease.Terms.Segments; segments++)
        {
            Assert.Throws<InvalidTimeZoneException>(() => _small.Training("killed").Train(new Death(segments), CancellationToken.None));
        }

        var resumed = _small.Train("killed");

        Assert.Equal(whole.Marks, resumed.Marks);
        Assert.Equal(File.ReadAllBytes(whole.Update), File.ReadAllBytes(resumed.Update));
    }

    [Fact]
    public void A_lease_whose_process_is_killed_again_and_again_comes_to_the_same_bits()
    {
        var whole = _small.Train("whole");
        foreach (var (segments, milliseconds) in ((int, int)[])[(1, 0), (1, 2), (0, 700), (1, 20)])
        {
            using var child = new LeaseChild(_small.BaseFile, _small.PlayFolder, _small.File("killed"));
            child.KillAfter(segments, TimeSpan.FromMilliseconds(milliseconds));
        }

        Assert.NotNull(_small.Training("killed").SoFar());
        var resumed = _small.Train("killed");

        Assert.Equal(whole.Marks, resumed.Marks);
        Assert.Equal(File.ReadAllBytes(whole.Update), File.ReadAllBytes(resumed.Update));
    }

    [Theory]
    [InlineData("segment-2.safetensors", 100)]
    [InlineData("segment-2.safetensors", 0)]
    [InlineData("segment-2.json", 10)]
    [InlineData("segment-1.json", 0)]
    [InlineData("segment-0.json", -1)]
    public void What_is_cut_off_or_gone_is_done_again(string file, int length)
    {
        var whole = _small.Train();
        var update = File.ReadAllBytes(whole.Update);
        var path = _small.File(Path.Combine("lease", file));
        if (length < 0)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        }

        var again = _small.Train();

        Assert.Equal(whole.Marks, again.Marks);
        Assert.Equal(update, File.ReadAllBytes(again.Update));
    }

    [Fact]
    public void What_was_done_by_other_terms_recipes_or_lessons_is_not_gone_on_with()
    {
        _small.Train();

        Assert.Null(_small.Training(terms: SmallLease.Terms with { Seed = 5 }).SoFar());
        Assert.Null(_small.Training(recipe: SmallLease.Recipe with { Rate = 2e-3 }).SoFar());
        Assert.Null(_small.Training(data: new([.. _small.Data.Demonstrations.Skip(1)])).SoFar());
        Assert.NotNull(_small.Training().SoFar());
    }

    [Fact]
    public void An_update_has_one_form_and_names_its_base()
    {
        var result = _small.Train();
        var end = TrainingMoment.Of(CheckpointFile.Load(_small.File("lease/segment-2.safetensors")), _small.Base.Network.Weights(), "end");

        Assert.All([1, 2, 3], _ => Assert.Equal(File.ReadAllBytes(result.Update), LeaseUpdate.Of(_small.Base, new LeaseMoment(end))));
        Assert.Equal(ContentHash.OfFile(_small.BaseFile), UpdateCodec.ReadHeader(File.ReadAllBytes(result.Update), "update").BaseHash);
    }

    [Fact]
    public void A_recipe_for_another_network_is_refused()
    {
        Assert.Throws<ArtifactFormatException>(() => _small.Training(recipe: new LeaseRecipe()));
    }

    public void Dispose() => _small.Dispose();

    /// <summary>Ends a training without a word, as a kill does.</summary>
    private sealed class Death(int segments) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= segments)
            {
                throw new InvalidTimeZoneException();
            }
        }
    }
}
