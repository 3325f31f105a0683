using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>The page about the ledger is right about its bytes.</summary>
public sealed class LedgerExampleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_example_in_the_documentation_is_what_is_written()
    {
        using var folder = new TemporaryFolder();
        using var sealer = Some.Signer(0xC8);
        var (path, clock) = (folder.File("chain.bal"), new SetClock());
        var genesis = new LedgerGenesis { Founder = Some.Signer(1).Address, ChainId = 4_000_000_000_000_001 };
        using (var ledger = await EmbeddedLedger.CreateAsync(path, genesis, sealer, clock, Cancellation))
        {
            clock.Seconds++;
            await new ChainNode(ledger).SendAsync(new Person(Some.Signer(1), genesis.ChainId).Sign(Some.Address(9), default, new Wei(5), nonce: 1), Cancellation);
        }

        var page = await File.ReadAllTextAsync(Path.Combine(SharedData.CheckoutRoot(), "docs", "ledger.md"), Cancellation);
        var told = page[page.IndexOf("## Example", StringComparison.Ordinal)..].Split("```")[1];

        Assert.Equal(Convert.ToHexStringLower(await File.ReadAllBytesAsync(path, Cancellation)), string.Concat(told.Where(char.IsAsciiHexDigitLower)));
    }
}
