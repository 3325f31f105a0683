using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;

namespace BlockAssist.Chain.Tests.Sending;

public sealed class SenderLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_sends_for_an_account_on_a_chain()
    {
        using (SenderLock.Take(_folder.File("locks"), 1, Some.Address(1)))
        {
            var error = Assert.Throws<ChainException>(() => SenderLock.Take(_folder.File("locks"), 1, Some.Address(1)));
            Assert.Equal(ChainFault.AccountInUse, error.Fault);

            using var other = SenderLock.Take(_folder.File("locks"), 1, Some.Address(2));
            using var elsewhere = SenderLock.Take(_folder.File("locks"), 2, Some.Address(1));
        }

        using var again = SenderLock.Take(_folder.File("locks"), 1, Some.Address(1));
    }
}
