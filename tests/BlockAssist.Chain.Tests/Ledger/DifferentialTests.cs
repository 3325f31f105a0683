using BlockAssist.Chain.Tests.Solidity;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>The contract of the ledger is the contract of <c>contracts/src</c>: on a real node the same is refused with the same bytes, told in the same logs and answered.</summary>
public sealed class DifferentialTests(NodeTools tools)
{
    private const int Steps = 300;

    /// <summary>Three, and another that <c>SEED</c> names.</summary>
    public static TheoryData<int> Seeds => [1, 2, 3, .. int.TryParse(Environment.GetEnvironmentVariable("SEED"), out var seed) ? (int[])[seed] : []];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_acts_come_to_the_same_as_on_a_real_node(int seed)
    {
        await tools.DemandAsync();
        using var chains = await TwinChains.StartAsync();
        var acts = new RandomActs(chains, seed);
        await acts.BeginAsync();

        for (var step = 0; step < Steps; step++)
        {
            await acts.StepAsync();
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"taken: {string.Join(", ", chains.Taken)}; refused: {string.Join(", ", chains.Refused)}");
        Assert.InRange(chains.Taken.Values.Sum(), Steps / 4, int.MaxValue);
        Assert.All((string[])["submit", "openRound", "settleRound", "claim", "commitAttestation", "revealAttestation"], name => Assert.Contains(name, chains.Taken.Keys));
    }

    [Fact]
    public async Task What_never_changes_is_the_same_as_on_a_real_node()
    {
        await tools.DemandAsync();
        using var chains = await TwinChains.StartAsync();
        var admin = chains.Everybody[0].Address;
        object[] work = [1, 1, Keccak256.Of("parent"), Keccak256.Of("play"), Keccak256.Of("update")];
        foreach (var function in chains.Abi.Functions.Where(function => function.Inputs.Parts.Count == 0))
        {
            await chains.AskAsync(admin, function.EncodeCall());
        }

        await chains.AskAsync(admin, chains.Abi.Function("contributionId").EncodeCall(admin, work));
        await chains.AskAsync(admin, chains.Abi.Function("bindingMessage").EncodeCall(admin, Keccak256.Of("key")));
        await chains.AskAsync(admin, chains.Abi.Function("getRoleAdmin").EncodeCall(Keccak256.Of("VERIFIER_ROLE")));
        foreach (var id in (uint[])[0x01ffc9a7, 0x7965db0b, 0xffffffff])
        {
            await chains.AskAsync(admin, chains.Abi.Function("supportsInterface").EncodeCall(BitConverter.GetBytes(id).Reverse().ToArray()));
        }
    }

    [Fact]
    public async Task What_random_acts_seldom_come_to_is_the_same_as_on_a_real_node()
    {
        await tools.DemandAsync();
        using var chains = await TwinChains.StartAsync();
        var rare = new RareActs(chains);

        await rare.BecomeAsync();
        await rare.RepeatAsync();
        await rare.AttestOwnAsync();
        await rare.MalformAsync();
        await rare.LeaveAsync();

        Assert.All(
            (string[])["DuplicateContribution", "OwnContribution", "RoundTooLong", "KeyTaken", "StillBonded", "PeerIdAlreadyRegistered", "HFModelAlreadySubmitted", "NotAPeer"],
            name => Assert.Contains(name, chains.Refused.Keys));
        Assert.All((string[])["unbond", "rejectPeer", "barPeer", "isInBatch", "verifyHFUpload", "supportsInterface"], name => Assert.Contains(name, chains.Taken.Keys));
    }
}
