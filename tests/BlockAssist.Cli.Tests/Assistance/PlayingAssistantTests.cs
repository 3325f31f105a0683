using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Cli.Tests.Assistance;

public sealed class PlayingAssistantTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public async Task A_model_of_a_network_that_there_is_no_more_gives_way_to_the_one_that_comes_with_the_program()
    {
        var shipped = CheckpointFile.Load(Path.Combine(AppContext.BaseDirectory, "models", "assistant.safetensors"));
        var last = shipped.Weights[^1];
        var old = shipped with { Weights = [.. shipped.Weights.SkipLast(1), new CheckpointWeight("gone", last.Shape)] };
        var hash = CheckpointFile.Save(old, _home.File("old.safetensors"));
        await Run("model", "import", _home.File("old.safetensors"));
        await Run("model", "promote", hash[..8]);

        var run = await Run("play", "--headless", "--player", "layer", "--assistant", "belief", "--seed", "3", "--json");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Contains($"The assistant that was promoted, {hash[..12]}, cannot be used", run.Error, StringComparison.Ordinal);
        Assert.Contains("The assistant infers the goal: shipped", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _home.Path, words);
}
