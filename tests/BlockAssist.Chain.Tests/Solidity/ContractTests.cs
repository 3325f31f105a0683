namespace BlockAssist.Chain.Tests.Solidity;

/// <summary>The contract's own tests, which npm's tools run: its artifact is what the sources give, and it keeps its promises on a real node.</summary>
public sealed class ContractTests(NodeTools tools)
{
    public static TheoryData<string> Suites => ["life", "roles", "invariants", "gas"];

    [Fact]
    public async Task The_artifact_is_what_the_sources_give_byte_for_byte() => await Run("build.mjs", "--check");

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task It_keeps_its_promises(string suite) => await Run("--test", $"test/{suite}.test.mjs");

    private async Task Run(params string[] words)
    {
        await tools.DemandAsync();
        var (code, told) = await NodeTools.RunAsync("node", words, TestContext.Current.CancellationToken);
        Assert.True(code == 0, told);
    }
}
