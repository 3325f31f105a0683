using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Tests.Data;

namespace BlockAssist.Learner.Tests.Leases;

public sealed class LeaseDataTests(RecordedPeople people) : IClassFixture<RecordedPeople>, IDisposable
{
    private readonly RecordedScript _play = new();

    [Fact]
    public void What_is_cut_off_or_damaged_is_no_lesson_of_a_lease()
    {
        var set = _play.Demonstrations(3, 40, new(6, 7, 6));
        var (cut, spoilt) = (set.Demonstrations[0].Path, set.Demonstrations[1].Path);
        File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..^20]);
        var bytes = File.ReadAllBytes(spoilt);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(spoilt, bytes);

        Assert.Equal([set.Demonstrations[2]], SoundDemonstrations.In(set).Demonstrations);
    }

    [Fact]
    public void What_people_recorded_is_sound()
    {
        var alone = people.Of("alone");

        Assert.Equal(alone.Demonstrations, SoundDemonstrations.In(alone).Demonstrations);
    }

    [Fact]
    public void Demonstrations_that_were_noted_come_back_while_they_are_all_there()
    {
        var set = _play.Demonstrations(2, 40, new(6, 7, 6));
        var file = Path.Combine(_play.Folder, "noted.json");
        var kept = new KeptDemonstrations(file);
        Assert.Null(kept.Load());
        kept.Save(set);

        Assert.Equal(LeaseManifest.Of(set).ToBytes(), LeaseManifest.Of(kept.Load()!).ToBytes());
        File.Delete(set.Demonstrations[0].Path);
        Assert.Null(kept.Load());
        File.WriteAllText(file, "[{");
        Assert.Null(kept.Load());
    }

    [Fact]
    public void A_manifest_names_what_a_segment_names_and_nothing_can_be_learnt_from_none()
    {
        var set = _play.Demonstrations(2, 40, new(6, 7, 6));
        var manifest = LeaseManifest.Of(set);

        Assert.Equal(set.ManifestHash(), manifest.DataHash());
        Assert.Equal(manifest.Lines, LeaseManifest.FromBytes(manifest.ToBytes(), "manifest").Lines);
        Assert.Throws<ArgumentException>(() => LeaseManifest.Of(new DemonstrationSet([])));
    }

    public void Dispose() => _play.Dispose();
}
