using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>Models that have learnt nothing build with helpers; a few short episodes.</summary>
public sealed class EvaluateAssistantTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Human => _folder.File("human.safetensors");

    private string Belief => _folder.File("belief.safetensors");

    private string Houses => _folder.File("houses");

    public async ValueTask InitializeAsync()
    {
        TorchRuntime.Start(1);
        var network = new HumanNetwork(new HumanNetworkOptions { Channels = 16, Blocks = 1, Context = 16, Memory = 16 });
        using var human = new HumanModel(network, WeightSet.Fresh(network.Weights(), 1));
        CheckpointFile.Save(human.ToCheckpoint(), Human);
        SomeBelief.Save(Belief, new GridSize(11, 10, 10));
        await CommandRun.Of("blueprint", "generate", "--count", "2", "--out", Houses);
    }

    [Fact]
    public async Task Nobody_comes_first_and_then_every_helper_that_there_is()
    {
        var with = await Evaluate("--assistant", Belief);

        Assert.Equal(["alone", "idle", "oracle", "imitation", "belief", "search"], Names(with));
        Assert.Equal((40, 3), (with.GetProperty("horizon").GetInt32(), with.GetProperty("houses").GetInt32()));
        Assert.Equal(JsonValueKind.Null, Row(with, "alone").GetProperty("effect").ValueKind);
        Assert.Equal(3, Row(with, "belief").GetProperty("episodes").GetArrayLength());
        Assert.True(Row(with, "oracle").GetProperty("work").GetProperty("edits").GetProperty("mean").GetDouble() > 0);
        Assert.True(Row(with, "oracle").GetProperty("work").GetProperty("decisionMilliseconds").GetProperty("p99").GetDouble() > 0);
    }

    [Fact]
    public async Task Houses_come_again_when_they_run_out()
    {
        var report = await Evaluate("--houses", Houses, "--helpers", "idle");

        var goals = Row(report, "idle").GetProperty("episodes").EnumerateArray().Select(one => one.GetProperty("human").GetProperty("goal").GetString()).ToList();
        Assert.Equal(2, report.GetProperty("houses").GetInt32());
        Assert.Equal(goals[0], goals[2]);
        Assert.NotEqual(goals[0], goals[1]);
    }

    [Fact]
    public async Task The_same_command_gives_the_same_episodes_on_any_number_of_threads()
    {
        var (one, many) = (await Evaluate("--threads", "1"), await Evaluate("--threads", "4"));

        foreach (var name in Names(one))
        {
            Assert.Equal(Row(one, name!).GetProperty("episodes").ToString(), Row(many, name!).GetProperty("episodes").ToString());
        }
    }

    [Fact]
    public async Task Without_json_there_is_a_column_for_each_helper()
    {
        var run = await CommandRun.Of(Words("--helpers", "oracle"));

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Matches("alone +oracle", run.Out);
        Assert.Contains("harm: undone later, %", run.Out, StringComparison.Ordinal);
        Assert.Contains("3 episodes of at most 40 steps, 3 houses", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_named_with_what_was_expected()
    {
        var small = _folder.File("small.safetensors");
        SomeBelief.Save(small, new GridSize(6, 6, 6));

        await Refuses("expected 'belief'", "--assistant", Human);
        await Refuses("expected 'human'", "--human", Belief);
        await Refuses("6×6×6; here they are of 11×10×10", "--assistant", small);
        await Refuses("gone.safetensors is not there", "--assistant", "gone.safetensors");
        await Refuses("gone is not there", "--houses", _folder.File("gone"));
    }

    [Fact]
    public async Task Without_a_name_the_model_that_plays_helps()
    {
        var report = await Evaluate("--helpers", "oracle", "belief");
        var named = await Evaluate("--helpers", "belief", "--assistant", NamedModel.Shipped(ModelKind.Assistant));

        Assert.Equal(["alone", "oracle", "belief"], Names(report));
        Assert.Equal(Row(named, "belief").GetProperty("episodes").ToString(), Row(report, "belief").GetProperty("episodes").ToString());
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<string?> Names(JsonElement report) =>
        report.GetProperty("helpers").EnumerateArray().Select(row => row.GetProperty("helper").GetString());

    private static JsonElement Row(JsonElement report, string helper) =>
        report.GetProperty("helpers").EnumerateArray().Single(row => row.GetProperty("helper").GetString() == helper);

    private async Task Refuses(string reason, params string[] words)
    {
        var run = await CommandRun.Of(Words(words));

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Evaluate(params string[] words) => (await CommandRun.Of(Words([.. words, "--json"]))).Json;

    private string[] Words(params string[] words) =>
        ["evaluate", "assistant", "--episodes", "3", "--horizon", "40", .. words.Contains("--human") ? [] : new[] { "--human", Human }, .. words];
}
