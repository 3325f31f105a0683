using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class EpisodeDamageTests
{
    private static readonly EpisodeWriterOptions Frequent = new() { FlushMilliseconds = 1000, HashSteps = 10, KeyframeSteps = 30 };

    [Fact]
    public void A_file_cut_off_at_any_byte_is_read_up_to_there()
    {
        var episode = new RandomEpisode(1, 30, Frequent);
        var whole = ReadAll(episode.File, out _);
        var most = 0;

        for (var length = 0; length < episode.File.Length; length++)
        {
            if (TryReadAll(episode.File[..length]) is not { } read)
            {
                Assert.Equal(0, most);
                continue;
            }

            Assert.Equal(whole.Take(read.Entries.Count), read.Entries);
            Assert.True(read.Entries.Count >= most, "A longer file must not tell less.");
            Assert.Null(read.Reader.End);
            most = read.Entries.Count;
        }

        Assert.True(most > 30);
    }

    [Fact]
    public void A_flipped_bit_is_noticed_wherever_it_is_and_what_is_before_it_is_sound()
    {
        var episode = new RandomEpisode(2, 30, Frequent);
        var whole = ReadAll(episode.File, out _);

        for (var offset = 0; offset < episode.File.Length; offset++)
        {
            var file = episode.File.ToArray();
            file[offset] ^= (byte)(1 << (offset % 8));

            if (TryReadAll(file) is { } read)
            {
                var damage = Assert.Single(read.Reader.Damages);
                Assert.InRange(damage.Offset, 0, offset);
                Assert.Contains($"byte {damage.Offset} (record {damage.Record}, after step {damage.Step})", damage.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', damage.Message);
                Assert.Equal(whole.Take(read.Entries.Count), read.Entries);
            }
        }
    }

    [Fact]
    public void Behind_damage_reading_goes_on_at_the_next_keyframe_if_that_is_wanted()
    {
        var episode = new RandomEpisode(3, 400, Frequent);
        var gaps = 0;

        for (var offset = episode.File.Length / 3; offset < episode.File.Length / 2; offset += 97)
        {
            var file = episode.File.ToArray();
            file[offset] ^= 0x10;
            var reader = new EpisodeReader(file, "test", new EpisodeReaderOptions { SkipDamage = true });
            var replay = new Replay(reader);

            replay.Run();

            Assert.Single(reader.Damages);
            Assert.NotNull(reader.End);
            Assert.Equal(0, replay.Mismatches);
            gaps++;
        }

        Assert.True(gaps > 10);
    }

    [Fact]
    public void A_file_made_of_damage_is_given_up()
    {
        var records = EpisodeFile.Split(new RandomEpisode(3, 40, Frequent).File);
        records.AddRange(Enumerable.Repeat(new EpisodeFile.Record((byte)'K', []), 2 * EpisodeReader.MostDamages));
        var reader = new EpisodeReader(EpisodeFile.Join(records), "test", new EpisodeReaderOptions { SkipDamage = true });

        while (reader.Read() != EpisodeEntry.None)
        {
        }

        Assert.Equal(EpisodeReader.MostDamages, reader.Damages.Count);
    }

    [Fact]
    public void Records_of_unknown_types_are_passed_over()
    {
        var episode = new RandomEpisode(4, 40, Frequent);
        var records = EpisodeFile.Split(episode.File);
        records.Insert(2, new EpisodeFile.Record((byte)'Z', [1, 2, 3]));
        records.Insert(1, new EpisodeFile.Record(0xFF, []));

        var read = ReadAll(EpisodeFile.Join(records), out var reader);

        Assert.Equal(ReadAll(episode.File, out _), read);
        Assert.Empty(reader.Damages);
        Assert.NotNull(reader.End);
    }

    [Fact]
    public void A_file_of_a_later_version_is_refused_by_name()
    {
        var records = EpisodeFile.Split(new RandomEpisode(5, 0).File);
        records[0].Payload[0] = 2;

        Newer.IsRefused("new.bae", "episodes", () => _ = new EpisodeReader(EpisodeFile.Join(records), "new.bae"));
    }

    [Fact]
    public void A_file_of_something_else_is_refused_by_name()
    {
        var error = Assert.Throws<EpisodeFormatException>(() => new EpisodeReader([0x50, 0x4B, 3, 4], "some.zip"));

        Assert.Equal("some.zip: starts with 504B0304, expected 894241450D0A1A0A; not an episode", error.Message);
    }

    [Fact]
    public void A_missing_record_is_noticed()
    {
        var records = EpisodeFile.Split(new RandomEpisode(6, 100, Frequent).File);
        records.RemoveAt(records.FindIndex(2, record => (record.Type & 0x7F) == 'S'));

        ReadAll(EpisodeFile.Join(records), out var reader);

        Assert.Contains("expected from", Assert.Single(reader.Damages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_episode_that_comes_out_differently_says_after_which_step()
    {
        var episode = new RandomEpisode(7, 100, Frequent with { Coded = false });
        var records = EpisodeFile.Split(episode.File);
        var keyframe = records.First(record => record.Type == 'K');
        keyframe.Payload[4] ^= 1;

        var verification = EpisodeVerification.Verify(new EpisodeReader(EpisodeFile.Join(records), "odd.bae"));

        Assert.Equal((1, 0, 1, 0), (verification.Episodes, verification.Exact, verification.Mismatches, verification.CutOff));
        Assert.Equal("odd.bae: after step 30: the keyframe is not as recorded", Assert.Single(verification.Reasons));
    }

    [Fact]
    public void An_episode_without_its_end_is_not_exact()
    {
        var episode = new RandomEpisode(8, 50, Frequent, end: null);

        var verification = EpisodeVerification.Verify(new EpisodeReader(episode.File, "cut.bae"));

        Assert.Equal((1, 0, 0), (verification.Episodes, verification.Exact, verification.Mismatches));
        Assert.EndsWith("there is no end record", Assert.Single(verification.Reasons), StringComparison.Ordinal);
        Assert.Equal(1, verification.CutOff);
    }

    [Fact]
    public void Rules_of_another_version_are_refused()
    {
        Newer.IsRefused("test", "the rules of building", () => _ = new Replay(OfRules(9)), found: 9);

        var error = Assert.Throws<EpisodeFormatException>(() => new Replay(OfRules(0)));
        Assert.Contains("version 0 of the rules", error.Message, StringComparison.Ordinal);
    }

    private static EpisodeReader OfRules(byte version)
    {
        var records = EpisodeFile.Split(new RandomEpisode(9, 0).File);
        records[0].Payload[1] = version;
        return new EpisodeReader(EpisodeFile.Join(records), "test");
    }

    private static (List<string> Entries, EpisodeReader Reader)? TryReadAll(byte[] file)
    {
        try
        {
            return (ReadAll(file, out var reader), reader);
        }
        catch (EpisodeFormatException)
        {
            return null;
        }
    }

    private static List<string> ReadAll(byte[] file, out EpisodeReader reader)
    {
        reader = new EpisodeReader(file, "test", new EpisodeReaderOptions { Poses = true });
        var entries = new List<string>();
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            entries.Add(entry switch
            {
                EpisodeEntry.StateHash => $"hash {reader.StateHash}",
                EpisodeEntry.Keyframe => $"keyframe {reader.StateHash} {reader.ReadKeyframe().Timestep}",
                _ => RandomEpisode.Describe(reader, entry),
            });
        }

        return entries;
    }
}
