using BlockAssist.Net.Hub;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Net.Tests.Hub;

public sealed class SqliteRoundLogTests : RoundLogContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteRoundLog> _logs = [];

    private string Path => _folder.File("hub/rounds.db");

    public void Dispose()
    {
        _logs.ForEach(log => log.Dispose());
        _folder.Dispose();
    }

    private protected override Task<IRoundLog> OpenAsync() => Task.FromResult<IRoundLog>(Open());

    [Fact]
    public async Task What_was_appended_is_there_for_who_copies_the_files_while_they_are_open()
    {
        var log = Open();
        await Append(log, 1, 0, [1]);
        await Append(log, 1, 1, [2]);

        Assert.Equal(["01", "02"], await TextOf(CopyOf("copy"), 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4200)]
    public async Task Of_a_log_whose_last_bytes_were_lost_in_a_crash_all_is_there_but_the_end(int lost)
    {
        var log = Open();
        for (var place = 0; place < 10; place++)
        {
            await Append(log, 1, place, new byte[3000]);
        }

        var copy = CopyOf("copy", wal => wal.SetLength(wal.Length - lost));
        var left = (await copy.ReadAsync(1, CancellationToken.None)).Count;

        Assert.InRange(left, 5, 9);
        await Append(copy, 1, left, [1]);
        Assert.Equal(left + 1, (await copy.ReadAsync(1, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_file_that_is_no_log_is_named_and_said_what_to_do_about()
    {
        Directory.CreateDirectory(_folder.File("hub"));
        await File.WriteAllTextAsync(Path, new string('x', 10_000), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Open().LastRoundAsync(CancellationToken.None));

        Assert.StartsWith($"'{Path}' is damaged, or no log of rounds (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("put a copy of it back, or move it away to begin with round 1 again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_damaged_in_its_midst_is_said_to_be()
    {
        using (var log = new SqliteRoundLog(Path))
        {
            for (var place = 0; place < 50; place++)
            {
                await Append(log, 1, place, new byte[3000]);
            }
        }

        using (var file = new FileStream(Path, FileMode.Open))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray());
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Open().ReadAsync(1, CancellationToken.None));

        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidDataException>(() => Append(Open(), 1, 50, [1]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_now_may_be_opened_later()
    {
        Directory.CreateDirectory(Path);
        var log = Open();
        var error = await Assert.ThrowsAsync<IOException>(() => log.LastRoundAsync(CancellationToken.None));
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);

        Directory.Delete(Path);

        Assert.Equal(0UL, await log.LastRoundAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Reading_a_log_takes_as_long_as_it_is_large()
    {
        Open();
        await Append(_logs[0], 1, 0, [0]);
        using (var connection = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 19999)
                INSERT INTO log SELECT 1, i, 0, zeroblob(100) FROM n;
                WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
                INSERT INTO log SELECT 2, i, 0, zeroblob(100) FROM n;
                """;
            command.ExecuteNonQuery();
        }

        // By what is set aside, which does not depend on the machine.
        var few = await BytesToRead(2);
        var many = await BytesToRead(1);

        Assert.InRange(many, few, 40 * few);
    }

    private async Task<long> BytesToRead(ulong round)
    {
        await _logs[0].ReadAsync(round, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await _logs[0].ReadAsync(round, CancellationToken.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private SqliteRoundLog Open(string? path = null)
    {
        _logs.Add(new SqliteRoundLog(path ?? Path));
        return _logs[^1];
    }

    // As after a crash: what the open log has on the disk.
    private SqliteRoundLog CopyOf(string name, Action<FileStream>? damage = null)
    {
        var path = _folder.File(name);
        File.Copy(Path, path);
        File.Copy($"{Path}-wal", $"{path}-wal");
        using (var wal = new FileStream($"{path}-wal", FileMode.Open))
        {
            damage?.Invoke(wal);
        }

        return Open(path);
    }
}
