using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Tests.Swarm;

[Collection(TrainingInTurn.Name)]
public sealed class ModelWorkshopTests : IDisposable
{
    private readonly SmallSwarm _small = new();
    private readonly ModelWorkshop _workshop;

    public ModelWorkshopTests() => _workshop = new ModelWorkshop(new DemonstrationSet([]), new HiddenPlay(_small.File("hidden"), 2))
    {
        Windows = 8,
        Rules = new MatchOptions { Site = new() { Size = new(7, 7, 7), Horizon = 20 }, Together = 1, Threads = 1 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_model_is_written_with_its_parent_and_plays_by_its_weights_and_its_momentum_is_beside_it()
    {
        var start = _workshop.Open(_small.Round.Base, momentum: null);
        float[] weights = [.. start.Weights.Select(weight => weight + 1)];
        float[] momentum = [.. start.Weights.Select((_, i) => i * -0.1f)];
        _workshop.Save(_small.Round.Base, weights, momentum, _small.File("next"), _small.File("momentum"));

        var next = _workshop.Open(_small.File("next"), _small.File("momentum"));
        var checkpoint = CheckpointFile.Load(_small.File("next"));
        using var model = HumanModel.Open(checkpoint);

        Assert.All(start.Momentum, one => Assert.Equal(0, one));
        Assert.Equal(start.Weights.Length, start.Lengths.Sum());
        Assert.Equal(weights, next.Weights);
        Assert.Equal(momentum, next.Momentum);
        Assert.Equal(weights, model.Weights.Values());
        Assert.Equal(ContentHash.OfFile(_small.Round.Base), checkpoint.Parent);
        Assert.Empty(checkpoint.Rows);
    }

    [Fact]
    public void A_model_of_before_has_its_momentum_in_its_own_file()
    {
        float[] momentum = [.. _workshop.Open(_small.Round.Base, momentum: null).Weights.Select((_, i) => (float)i)];
        var before = CheckpointFile.Load(_small.Round.Base) with { Rows = new Dictionary<string, ReadOnlyMemory<float>> { [SharedModel.MomentumRow] = momentum } };
        CheckpointFile.Save(before, _small.File("before"));

        Assert.Equal(momentum, _workshop.Open(_small.File("before"), momentum: null).Momentum);
    }

    [Fact]
    public void The_momentum_of_another_model_is_not_taken_for_this_one()
    {
        var start = _workshop.Open(_small.Round.Base, momentum: null);
        _workshop.Save(_small.Round.Base, start.Weights, start.Momentum, _small.File("next"), _small.File("momentum"));

        Assert.Throws<ArtifactFormatException>(() => _workshop.Open(_small.Round.Base, _small.File("momentum")));
    }

    [Fact]
    public void The_same_numbers_make_the_same_files()
    {
        var start = _workshop.Open(_small.Round.Base, momentum: null);
        foreach (var name in (string[])["one", "other"])
        {
            _workshop.Save(_small.Round.Base, start.Weights, start.Weights, _small.File(name), _small.File($"{name}-momentum"));
        }

        Assert.Equal(ContentHash.OfFile(_small.File("one")), ContentHash.OfFile(_small.File("other")));
        Assert.Equal(ContentHash.OfFile(_small.File("one-momentum")), ContentHash.OfFile(_small.File("other-momentum")));
    }

    [Fact]
    public async Task A_merged_model_is_imported_like_any_other()
    {
        var start = _workshop.Open(_small.Round.Base, momentum: null);
        _workshop.Save(_small.Round.Base, start.Weights, start.Momentum, _small.File("next.safetensors"), _small.File("momentum"));

        var run = await CommandRun.Of("model", "import", _small.File("next.safetensors"), "--json");

        Assert.Equal(ExitCode.Done, run.Code);
    }

    [Fact]
    public async Task An_update_is_read_only_by_the_model_that_it_changes()
    {
        var trained = await _small.TrainAsync();
        var start = _workshop.Open(_small.Round.Base, momentum: null);
        _workshop.Save(_small.Round.Base, start.Weights, start.Momentum, _small.File("other"), _small.File("momentum"));

        Assert.NotNull(_workshop.ReadUpdate(trained.Update, _small.Round.Base));
        Assert.Null(_workshop.ReadUpdate(trained.Update, _small.File("other")));
        Assert.Null(_workshop.ReadUpdate(_small.Round.Recipe, _small.Round.Base));
    }

    [Fact]
    public async Task What_was_learnt_is_a_gain_at_what_nobody_saw_and_nonsense_is_none()
    {
        var trained = await _small.TrainAsync();
        var change = _workshop.ReadUpdate(trained.Update, _small.Round.Base)!;

        var gains = await _workshop.GainsAsync(
            _small.Round, [change, new float[change.Length], change.Select(one => one * -1).ToArray(), change.Select(_ => 1e30f).ToArray()], Cancellation);

        Assert.True(gains[0].Mean > 0, $"{gains[0]}");
        Assert.Equal(new Gain(0), gains[1]);
        Assert.True(gains[2].Mean < 0, $"{gains[2]}");
        Assert.True(gains[3].Mean < -1, $"{gains[3]}");
    }

    [Fact]
    public async Task What_was_learnt_from_own_play_is_a_gain_by_how_much_is_built()
    {
        var round = _small.SelfPlayRound();
        var weights = _workshop.Open(round.Base, momentum: null).Weights;

        var gains = await _workshop.GainsAsync(round, [new float[weights.Length], weights.Select(_ => float.NaN).ToArray(), weights.Select((one, i) => i % 3).Select(one => (float)one).ToArray()], Cancellation);

        Assert.Equal([new Gain(0), new Gain(-1)], gains.Take(2));
        Assert.NotEqual(0, gains[2].Mean);
        Assert.True(gains[2].Error > 0);
        Assert.False(Directory.Exists(_small.File("hidden")));
    }

    [Fact]
    public async Task Hidden_play_is_made_up_once()
    {
        var change = new float[_workshop.Open(_small.Round.Base, momentum: null).Weights.Length];
        await _workshop.GainsAsync(_small.Round, [change], Cancellation);
        var made = Directory.GetFiles(_small.File("hidden")).Order().ToList();
        var again = new HiddenPlay(_small.File("hidden"), 2).Open(Cancellation);

        Assert.Equal(3, made.Count);
        Assert.Equal(made, Directory.GetFiles(_small.File("hidden")).Order());
        Assert.Equal(2, again.Demonstrations.Count);
    }

    [Fact]
    public async Task A_pair_is_the_same_houses_and_chances_whenever_it_is_played()
    {
        var start = _workshop.Open(_small.Round.Base, momentum: null);
        _workshop.Save(_small.Round.Base, start.Weights.Select(weight => weight * 1.5f).ToArray(), start.Momentum, _small.File("other"), _small.File("momentum"));
        var match = _workshop.Match(hash => hash == ContentHash.OfFile(_small.Round.Base) ? _small.Round.Base : _small.File("other"));
        var (one, other) = (ContentHash.OfFile(_small.Round.Base), ContentHash.OfFile(_small.File("other")));

        var pairs = await match.PlayAsync(one, other, 0, 4, Cancellation);

        Assert.Equal([0, 0], await match.PlayAsync(one, one, 0, 2, Cancellation));
        Assert.Equal(pairs.Skip(2), await match.PlayAsync(one, other, 2, 2, Cancellation));
        Assert.Equal(pairs.Select(pair => -pair), await match.PlayAsync(other, one, 0, 4, Cancellation));
    }

    public void Dispose() => _small.Dispose();
}
