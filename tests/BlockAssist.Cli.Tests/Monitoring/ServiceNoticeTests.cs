using System.Globalization;
using System.Net.Sockets;
using System.Text;
using BlockAssist.Cli.Monitoring;

namespace BlockAssist.Cli.Tests.Monitoring;

public sealed class ServiceNoticeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_service_manager_hears_what_is_said(bool isAbstract)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "datagrams over Unix sockets are for systemd");
        var name = isAbstract ? $"blockassist-{Guid.NewGuid()}" : _folder.File("notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(isAbstract ? $"\0{name}" : name));
        using var notice = NoticeIn(("NOTIFY_SOCKET", isAbstract ? $"@{name}" : name));

        notice.Ready();
        notice.Does("trains\n2 of 3");
        notice.Lives();
        notice.Stops();

        Assert.True(notice.IsHeard);
        Assert.Equal(["READY=1", "STATUS=trains 2 of 3", "WATCHDOG=1", "STOPPING=1"], Enumerable.Range(0, 4).Select(_ => Hear(manager)));
    }

    [Fact]
    public void Where_nobody_listens_or_no_longer_nothing_happens()
    {
        using var alone = NoticeIn();
        using var left = NoticeIn(("NOTIFY_SOCKET", _folder.File("gone")));
        using var odd = NoticeIn(("NOTIFY_SOCKET", "vsock:2:1234"), ("WATCHDOG_USEC", "soon"));

        alone.Ready();
        left.Ready();
        odd.Ready();

        Assert.Equal((false, false), (alone.IsHeard, odd.IsHeard));
        Assert.Null(odd.BetweenSigns);
    }

    [Fact]
    public void Signs_of_life_come_twice_as_often_as_they_must_and_only_from_who_is_asked()
    {
        using var asked = NoticeIn(("WATCHDOG_USEC", "60000000"), ("WATCHDOG_PID", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        using var other = NoticeIn(("WATCHDOG_USEC", "60000000"), ("WATCHDOG_PID", "1"));

        Assert.Equal(TimeSpan.FromSeconds(30), asked.BetweenSigns);
        Assert.Null(other.BetweenSigns);
    }

    public void Dispose() => _folder.Dispose();

    private static ServiceNotice NoticeIn(params (string Name, string Value)[] environment) =>
        new(name => environment.FirstOrDefault(one => one.Name == name).Value);

    private static string Hear(Socket manager)
    {
        var bytes = new byte[1000];
        return Encoding.UTF8.GetString(bytes, 0, manager.Receive(bytes));
    }
}
