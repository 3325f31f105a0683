using BlockAssist.Cli.Running;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Cli.Tests.Commands;

/// <summary>Trains an assistant of next to nothing, from the recording of practice to the model.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class TrainAssistantTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string[] Words =>
    [
        "train", "assistant", "--scripted", "2", "--watched", "1", "--helped", "1", "--rounds", "1",
        "--watching-steps", "2", "--steps", "1", "--run", _folder.File("run"), "--out", _folder.File("assistant.safetensors"), "--json",
    ];

    [Fact]
    public async Task It_watches_helps_and_becomes_a_candidate()
    {
        var trained = await Run(Words);
        var listed = await Run("model", "list", "--json");
        var again = await Run([.. Words, "--resume"]);

        Assert.True(trained.Code == ExitCode.Done, trained.Error);
        Assert.Equal(5, trained.Json.GetProperty("recordings").GetInt32());
        Assert.Equal(BeliefNetwork.Name, CheckpointFile.Load(_folder.File("assistant.safetensors")).Network);
        Assert.True(File.Exists(trained.Json.GetProperty("curves").GetString()));
        Assert.Equal(3, Directory.EnumerateFiles(_folder.File("run"), "metrics.jsonl", SearchOption.AllDirectories).Sum(file => File.ReadLines(file).Count()));
        var model = trained.Json.GetProperty("model").GetString()!;
        Assert.Contains(model, listed.Out, StringComparison.Ordinal);
        Assert.Contains("\"assistant\"", listed.Out, StringComparison.Ordinal);
        Assert.Equal(model, again.Json.GetProperty("model").GetString());
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> Run(params string[] words) => CommandRun.Of(Verbs.All(), _folder.File("home"), words);
}
