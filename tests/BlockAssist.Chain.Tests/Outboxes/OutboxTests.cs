using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Tests.Outboxes;

public sealed class OutboxTests : IDisposable
{
    private static readonly ContractPlace Here = new(Some.ChainId, Some.Address(9));
    private static readonly ContractPlace Elsewhere = new(1, Some.Address(9));

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "contributions.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_work_is_there_once_however_often_it_is_added_and_by_whom()
    {
        using var one = new Outbox(File);
        using var other = new Outbox(File);

        Assert.Equal(1, one.Add("a", [SomeWork.Number(1)], DateTimeOffset.UnixEpoch));
        Assert.Equal(1, other.Add("b", [SomeWork.Number(1), SomeWork.Number(2)], DateTimeOffset.UnixEpoch));
        Assert.Equal(0, other.Add("c", [], DateTimeOffset.UnixEpoch));

        Assert.Equal([SomeWork.Number(1), SomeWork.Number(2)], one.Find(Here, DeliveryState.Queued, 10).Select(delivery => delivery.Work));
        Assert.Equal(new OutboxCount(2, 0, 0), one.Count(Here));
        Assert.Equal(["a", "b", "c"], one.Origins().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_written_is_there_after_an_end_without_closing()
    {
        var work = SomeWork.Number(1);
        var submission = Submitted(work, round: 3);
        var left = new Outbox(File);
        left.Add("a", [work], DateTimeOffset.UnixEpoch);
        left.Keep(Here, work, submission, new byte[] { 1, 2 });
        left.Keep(Here, work, submission, new byte[] { 3 });

        // As the disk has it when the process is killed.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "after"));
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            System.IO.File.Copy(file, Path.Combine(_folder.Path, "after", Path.GetFileName(file)));
        }

        left.Dispose();
        using var found = new Outbox(Path.Combine(_folder.Path, "after", "contributions.db"));

        var delivery = Assert.Single(found.Find(Here, DeliveryState.Sent, 10));
        Assert.Equal(submission, delivery.Submitted);
        Assert.Equal([[1, 2], [3]], delivery.Forms.Select(form => form.ToArray()));
    }

    [Fact]
    public void What_landed_with_one_contract_is_still_to_go_to_another()
    {
        using var outbox = new Outbox(File);
        var work = SomeWork.Number(1);
        outbox.Add("a", [work], DateTimeOffset.UnixEpoch);
        outbox.Keep(Here, work, Submitted(work, 1), new byte[] { 1 });
        outbox.Land(Here, work, 17);

        Assert.Equal(new OutboxCount(0, 0, 1), outbox.Count(Here));
        Assert.Equal(new OutboxCount(1, 0, 0), outbox.Count(Elsewhere));
        var landed = Assert.Single(outbox.Find(Here, DeliveryState.Landed, 10));
        Assert.Equal((17UL, 0, Submitted(work, 1)), (landed.Height, landed.Forms.Count, landed.Submitted));
    }

    [Fact]
    public void What_is_submitted_anew_is_queued_without_its_forms_but_with_where_it_may_be()
    {
        using var outbox = new Outbox(File);
        var work = SomeWork.Number(1);
        outbox.Add("a", [work], DateTimeOffset.UnixEpoch);
        outbox.Keep(Here, work, Submitted(work, 1), new byte[] { 1 });
        outbox.Requeue(Here, work, "the round is over");

        var queued = Assert.Single(outbox.Find(Here, DeliveryState.Queued, 10));
        Assert.Equal((0, Submitted(work, 1), "the round is over"), (queued.Forms.Count, queued.Submitted, queued.Trouble));
        Assert.Equal("the round is over", outbox.TroubleOf(Here));
        Assert.Null(outbox.TroubleOf(Elsewhere));

        outbox.Land(Here, work, 1);
        Assert.Null(outbox.TroubleOf(Here));
    }

    [Fact]
    public void What_is_signed_comes_in_the_order_in_which_it_was_first_signed()
    {
        using var outbox = new Outbox(File);
        foreach (var i in Enumerable.Range(1, 3))
        {
            outbox.Add("a", [SomeWork.Number(i)], DateTimeOffset.UnixEpoch);
        }

        foreach (var i in (int[])[3, 1, 3, 2])
        {
            outbox.Keep(Here, SomeWork.Number(i), Submitted(SomeWork.Number(i), 1), new[] { (byte)i });
        }

        Assert.Equal([3, 1, 2], outbox.Find(Here, DeliveryState.Sent, 10).Select(delivery => delivery.Forms[0].Span[0]));
        Assert.Equal([3], outbox.Find(Here, DeliveryState.Sent, 1).Select(delivery => delivery.Forms[0].Span[0]));
    }

    [Fact]
    public void Several_that_add_at_once_lose_nothing()
    {
        Parallel.For(0, 4, part =>
        {
            using var outbox = new Outbox(File);
            for (var i = 0; i < 50; i++)
            {
                outbox.Add("a", [SomeWork.Number(i + (part * 25))], DateTimeOffset.UnixEpoch);
            }
        });

        using var all = new Outbox(File);
        Assert.Equal(125, all.Count(Here).Queued);
    }

    [Fact]
    public void A_file_that_is_none_is_told_with_what_to_do()
    {
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat("this is no database. ", 100)));
        using var outbox = new Outbox(File);

        var error = Assert.Throws<InvalidDataException>(() => outbox.Count(Here));

        Assert.Contains("move it away", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_another_program_holds_is_told_as_such()
    {
        using var outbox = new Outbox(File);
        outbox.Add("a", [SomeWork.Number(1)], DateTimeOffset.UnixEpoch);
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        using var hurried = new Outbox(File, patience: TimeSpan.FromSeconds(1));

        Assert.Throws<IOException>(() => hurried.Add("a", [SomeWork.Number(2)], DateTimeOffset.UnixEpoch));
    }

    private static Submission Submitted(Work work, uint round) => new(Some.Address(1), round, Some.Hash(7), work.IdIn(Here, Some.Address(1), round, Some.Hash(7)));
}
