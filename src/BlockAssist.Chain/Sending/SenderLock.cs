using System.Globalization;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>Held by the one process that sends for an account: two would give out the same numbers. The system frees it when the process ends, however it ends.</summary>
public sealed class SenderLock : IDisposable
{
    private readonly FileStream _file;

    private SenderLock(FileStream file, ulong chainId, Address account) => (_file, ChainId, Account) = (file, chainId, account);

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
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"sender-{chainId}-{account}.lock"));
        try
        {
            return new SenderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), chainId, account);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new ChainException(ChainFault.AccountInUse, $"another process sends for {account} on chain {chainId}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
