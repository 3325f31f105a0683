using System.Globalization;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Chain.Sending;

/// <summary>Held by the one process that sends for an account: two would give out the same numbers. The system frees it when the process ends, however it ends.</summary>
public sealed class SenderLock : IDisposable
{
    private readonly IDisposable _file;

    private SenderLock(IDisposable file, ulong chainId, Address account) => (_file, ChainId, Account) = (file, chainId, account);

    /// <summary>On which chain.</summary>
    public ulong ChainId { get; }

    /// <summary>For whom.</summary>
    public Address Account { get; }

    /// <summary>Takes it.</summary>
    /// <param name="folder">Where the files of locks are; made if need be.</param>
    /// <param name="chainId">On which chain.</param>
    /// <param name="account">For whom.</param>
    /// <exception cref="ChainException">Another process has it.</exception>
    public static SenderLock Take(string folder, ulong chainId, Address account)
    {
        var held = HeldFile.TryTake(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"sender-{chainId}-{account}.lock")))
            ?? throw new ChainException(ChainFault.AccountInUse, $"another process sends for {account} on chain {chainId}");
        return new SenderLock(held, chainId, account);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
