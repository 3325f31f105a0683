using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>A model is measured from its checkpoint and as it is served.</summary>
public sealed class EvaluateHumanTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Episodes => _folder.File("episodes");

    private string Checkpoint => _folder.File("model.safetensors");

    private string Served => _folder.File("model.onnx");

    public async ValueTask InitializeAsync()
    {
        await CommandRun.Of("simulate", "--episodes", "2", "--horizon", "40", "--builders", "human", "--out", Episodes);
        TorchRuntime.Start(1);
        var network = new HumanNetwork(new HumanNetworkOptions { Channels = 16, Blocks = 1, Context = 16, Memory = 16 });
        using var model = new HumanModel(network, WeightSet.Fresh(network.Weights(), 1));
        CheckpointFile.Save(model.ToCheckpoint(), Checkpoint);
        await File.WriteAllBytesAsync(Served, model.ToOnnx(WeightFormat.F32));
    }

    [Fact]
    public async Task As_it_is_served_a_model_foresees_what_its_checkpoint_foresees()
    {
        var (fromCheckpoint, served) = (await Foresee(Checkpoint), await Foresee(Served));

        Assert.Equal(Names(fromCheckpoint), Names(served));
        foreach (var (expected, found) in Scores(fromCheckpoint).Zip(Scores(served)))
        {
            Assert.True(expected.Turns > 0);
            Assert.Equal(expected.Turns, found.Turns);
            Assert.Equal(expected.Nats, found.Nats, 1e-4);
        }
    }

    [Fact]
    public async Task As_it_is_served_a_model_builds_what_its_checkpoint_builds()
    {
        var (fromCheckpoint, served) = (await Play(Checkpoint), await Play(Served));

        Assert.Equal(fromCheckpoint.GetProperty("episodes").ToString(), served.GetProperty("episodes").ToString());
    }

    [Fact]
    public async Task A_participant_who_did_not_play_is_named_and_not_left_out_in_silence()
    {
        var run = await CommandRun.Of("evaluate", "human", "--data", Episodes, "--split", "all", "--model", Checkpoint, "--participant", "human", "nobody");

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("No play of nobody", run.Error, StringComparison.Ordinal);
        Assert.Contains("There is play of:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone.onnx")]
    [InlineData("gone.safetensors")]
    public async Task A_file_that_is_not_there_is_not_taken_for_a_hash(string file)
    {
        var run = await CommandRun.Of("evaluate", "human", "--data", Episodes, "--model", _folder.File(file));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(_folder.File(file), run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hash starts with", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_computes_is_said_without_quotation_marks()
    {
        var run = await CommandRun.Of("evaluate", "human", "--data", Episodes, "--split", "all", "--model", Served, "--device", "cpu");

        Assert.Contains("Computing on the processor, as asked for, 1 thread(s)", run.Error, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonElement> Foresee(string model) =>
        (await CommandRun.Of("evaluate", "human", "--data", Episodes, "--split", "all", "--model", model, "--json")).Json;

    private static async Task<JsonElement> Play(string model) =>
        (await CommandRun.Of("evaluate", "human", "--play", "--episodes", "2", "--horizon", "30", "--model", model, "--json")).Json;

    private static IEnumerable<string?> Names(JsonElement report) =>
        report.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString());

    // The model and the same that gets used to nobody.
    private static IEnumerable<(int Turns, double Nats)> Scores(JsonElement report) => report.GetProperty("models").EnumerateArray().Take(2)
        .Select(model => model.GetProperty("report").GetProperty("all"))
        .Select(score => (score.GetProperty("turns").GetInt32(), score.GetProperty("crossEntropy").GetDouble()));
}
