using BlockAssist.Cli.Lifecycle;

namespace BlockAssist.Cli.Tests.Lifecycle;

public sealed class NodeLifecycleTests
{
    [Fact]
    public void A_node_plays_learns_shares_posts_and_begins_again()
    {
        var lifecycle = new NodeLifecycle(LoopStage.Idle);
        var stages = new List<LoopStage>();
        foreach (var step in (LoopStep[])[LoopStep.Play, LoopStep.Recorded, LoopStep.Learnt, LoopStep.Shared, LoopStep.Posted, LoopStep.End])
        {
            lifecycle.Take(step);
            stages.Add(lifecycle.Stage);
        }

        Assert.Equal([LoopStage.Playing, LoopStage.Learning, LoopStage.Sharing, LoopStage.Posting, LoopStage.Idle, LoopStage.Done], stages);
    }

    [Theory]
    [InlineData(LoopStage.Idle, LoopStep.Shared)]
    [InlineData(LoopStage.Playing, LoopStep.Learnt)]
    [InlineData(LoopStage.Done, LoopStep.Play)]
    internal void Nothing_comes_out_of_turn(LoopStage stage, LoopStep step) =>
        Assert.Throws<InvalidOperationException>(() => new NodeLifecycle(stage).Take(step));

    [Fact]
    public void The_picture_in_the_docs_is_that_of_the_machine()
    {
        var file = Path.Combine(SharedData.CheckoutRoot(), "docs", "loop.md");
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var begin = page.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        var (before, drawn, after) = (page[..begin], NodeLifecycle.ToMermaid().ReplaceLineEndings("\n").Trim() + "\n", page[page.IndexOf("```", begin, StringComparison.Ordinal)..]);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, before + drawn + after);
            return;
        }

        Assert.Equal(before + drawn + after, page);
    }

    private const string Fence = "```mermaid\n";
}
