using System.Buffers.Binary;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>What the file of a ledger survives, and what is noticed.</summary>
public sealed class LedgerFileTests
{
    private const int Blocks = 8;
    private const int MagicBytes = 8;
    private const int HeadBytes = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_an_abrupt_end_at_any_byte_all_that_was_answered_is_there()
    {
        using var some = await FilledAsync();
        var bytes = await File.ReadAllBytesAsync(some.Path, Cancellation);
        var ends = EndsOf(bytes);
        using var folder = new TemporaryFolder();
        for (var length = ends[^3] - 1; length < bytes.Length; length += 1 + (length % 3))
        {
            var path = folder.File($"{length}.bal");
            await File.WriteAllBytesAsync(path, bytes[..length], Cancellation);

            using var ledger = EmbeddedLedger.Open(path, some.Sealer, some.Clock);
            var expected = (ulong)ends.Count(end => end <= length) - 1;
            Assert.Equal(expected, (await ledger.SummaryAsync(Cancellation)).Height);
            Assert.Equal(ends[(int)expected], new FileInfo(path).Length);
            await new ChainNode(ledger).SendAsync(some.Person(7).Sign(Some.Address(9), default), Cancellation);
            Assert.Equal(expected + 1, EmbeddedLedger.Verify(path, Cancellation).Height);
        }
    }

    [Fact]
    public async Task Zeros_behind_the_last_block_are_what_a_power_failure_leaves()
    {
        using var some = await FilledAsync();
        var bytes = await File.ReadAllBytesAsync(some.Path, Cancellation);
        var ends = EndsOf(bytes);
        using var folder = new TemporaryFolder();
        foreach (var (cut, zeros) in ((int, int)[])[(ends[^1], 5), (ends[^1], 4096), (ends[^2] + HeadBytes, 500), (ends[^2] + 3, 500), (ends[^1] - 1, 1)])
        {
            var path = folder.File($"{cut}-{zeros}.bal");
            await File.WriteAllBytesAsync(path, [.. bytes[..cut], .. new byte[Math.Max(zeros, bytes.Length - cut)]], Cancellation);

            if (cut == ends[^2] + 3)
            {
                // Half a length: that can also be damage, and is taken for it.
                Assert.Equal((ulong)Blocks, Assert.Throws<LedgerException>(() => EmbeddedLedger.Open(path, some.Sealer, some.Clock)).Height);
                continue;
            }

            using var ledger = EmbeddedLedger.Open(path, some.Sealer, some.Clock);
            Assert.Equal((ulong)(cut == ends[^1] ? Blocks : Blocks - 1), (await ledger.SummaryAsync(Cancellation)).Height);
        }
    }

    [Fact]
    public async Task Every_flipped_bit_is_noticed_and_the_block_is_named()
    {
        using var some = await FilledAsync();
        var bytes = await File.ReadAllBytesAsync(some.Path, Cancellation);
        var ends = EndsOf(bytes);
        var chance = new Random(5);
        using var folder = new TemporaryFolder();
        var path = folder.File("flipped.bal");
        for (var at = 0; at < bytes.Length; at += 1 + chance.Next(11))
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= (byte)(1 << chance.Next(8));
            await File.WriteAllBytesAsync(path, flipped, Cancellation);

            var error = Assert.Throws<LedgerException>(() => EmbeddedLedger.Verify(path, Cancellation));

            Assert.Equal((at, at < MagicBytes ? null : (ulong?)ends.Count(end => end <= at)), (at, error.Height));
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Opening_notices_whatever_changes_a_block_and_leaves_the_file_as_it_is()
    {
        using var some = await FilledAsync();
        var bytes = await File.ReadAllBytesAsync(some.Path, Cancellation);
        var ends = EndsOf(bytes);
        var chance = new Random(6);
        using var folder = new TemporaryFolder();
        var path = folder.File("flipped.bal");
        for (var at = MagicBytes; at < bytes.Length; at += 1 + chance.Next(40))
        {
            var block = ends.Count(end => end <= at);
            if (ends[block] - at <= EcdsaSignature.Bytes && block is not (0 or Blocks))
            {
                // A seal in the middle: what it is of is tied to the last by the hashes.
                continue;
            }

            var flipped = bytes.ToArray();
            flipped[at] ^= (byte)(1 << chance.Next(8));
            await File.WriteAllBytesAsync(path, flipped, Cancellation);

            var error = Assert.Throws<LedgerException>(() => EmbeddedLedger.Open(path, some.Sealer, some.Clock));

            Assert.Equal((at, (ulong?)block), (at, error.Height));
            Assert.Equal(flipped, await File.ReadAllBytesAsync(path, Cancellation));
        }
    }

    [Fact]
    public async Task A_block_left_out_or_put_elsewhere_is_noticed()
    {
        using var some = await FilledAsync();
        var bytes = await File.ReadAllBytesAsync(some.Path, Cancellation);
        var ends = EndsOf(bytes);
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("out.bal"), [.. bytes[..ends[2]], .. bytes[ends[3]..]], Cancellation);
        await File.WriteAllBytesAsync(folder.File("twice.bal"), [.. bytes[..ends[3]], .. bytes[ends[2]..]], Cancellation);

        Assert.Equal(3UL, Assert.Throws<LedgerException>(() => EmbeddedLedger.Open(folder.File("out.bal"), some.Sealer, some.Clock)).Height);
        Assert.Equal(4UL, Assert.Throws<LedgerException>(() => EmbeddedLedger.Open(folder.File("twice.bal"), some.Sealer, some.Clock)).Height);
    }

    [Fact]
    public async Task One_writes_and_others_see_it()
    {
        using var some = await FilledAsync();
        var second = Assert.Throws<LedgerException>(() => EmbeddedLedger.Open(some.Path, some.Sealer, some.Clock));
        using var reader = EmbeddedLedger.OpenForReading(some.Path, some.Clock);
        var signed = some.Person(7).Sign(Some.Address(9), default);

        await some.Node.SendAsync(signed, Cancellation);

        var refused = await Assert.ThrowsAsync<ChainException>(() => new ChainNode(reader).SendAsync(some.Person(8).Sign(Some.Address(9), default), Cancellation));
        Assert.Contains("another process writes", second.Message, StringComparison.Ordinal);
        Assert.Contains("open for reading only", refused.Message, StringComparison.Ordinal);
        Assert.True((await new ChainNode(reader).ReceiptAsync(signed.Hash, Cancellation))!.IsSuccess);
        Assert.Equal(await some.Ledger.SummaryAsync(Cancellation), await reader.SummaryAsync(Cancellation));
    }

    [Fact]
    public async Task Nobody_else_goes_on_with_it_and_nothing_is_made_over_it()
    {
        using var some = await FilledAsync();
        some.Ledger.Dispose();
        using var other = Some.Signer(201);

        var opened = Assert.Throws<LedgerException>(() => EmbeddedLedger.Open(some.Path, other, some.Clock));
        var made = await Assert.ThrowsAsync<LedgerException>(() => EmbeddedLedger.CreateAsync(some.Path, new LedgerGenesis { Founder = other.Address }, other, some.Clock, Cancellation));

        Assert.Contains(other.Address.ToString(), opened.Message, StringComparison.Ordinal);
        Assert.Contains("never replaced", made.Message, StringComparison.Ordinal);
        Assert.Equal((ulong)Blocks, EmbeddedLedger.Verify(some.Path, Cancellation).Height);
    }

    [Fact]
    public async Task What_the_sealer_does_not_sign_has_not_happened()
    {
        using var folder = new TemporaryFolder();
        using var key = Some.Signer(200);
        var sealer = new FailingSigner(key);
        using var ledger = await EmbeddedLedger.CreateAsync(folder.File("a.bal"), new LedgerGenesis { Founder = Some.Signer(1).Address }, sealer, new SetClock(), Cancellation);
        var (node, founder) = (new ChainNode(ledger), new Person(Some.Signer(1), ledger.Place.ChainId) { Nonce = 1 });
        var signed = founder.Sign(Some.Address(9), default, new Wei(5));
        var length = new FileInfo(folder.File("a.bal")).Length;

        sealer.Fails = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => node.SendAsync(signed, Cancellation));

        Assert.Equal((Wei.Zero, 1UL), (await node.BalanceAsync(Some.Address(9), Cancellation), await node.NonceAsync(founder.Address, BlockRef.Latest, Cancellation)));
        Assert.Equal(length, new FileInfo(folder.File("a.bal")).Length);
        sealer.Fails = false;
        await node.SendAsync(signed, Cancellation);
        Assert.Equal(new Wei(5), await node.BalanceAsync(Some.Address(9), Cancellation));
    }

    private static async Task<SomeLedger> FilledAsync()
    {
        var some = await SomeLedger.CreateAsync();
        var founder = some.Person(1);
        await some.TellAsync(founder, "openRound", Keccak256.Of("parent"), 100, 100, 100);
        await some.TellAsync(some.Person(2), "pause");
        for (var i = 0; i < Blocks - 2; i++)
        {
            some.Clock.Seconds++;
            await some.TellAsync(founder, "registerPeer", $"peer {i}");
        }

        return some;
    }

    // Behind each entry.
    private static List<int> EndsOf(byte[] bytes)
    {
        var ends = new List<int>();
        for (var at = MagicBytes; at < bytes.Length; ends.Add(at))
        {
            at += HeadBytes + (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) + EcdsaSignature.Bytes;
        }

        return ends;
    }

    private sealed class FailingSigner(LocalSigner signer) : IChainSigner
    {
        public bool Fails { get; set; }

        public Address Address => signer.Address;

        public ValueTask<EcdsaSignature> SignAsync(Hash32 hash, CancellationToken cancellation) =>
            Fails ? throw new InvalidOperationException("no key today") : signer.SignAsync(hash, cancellation);
    }
}
