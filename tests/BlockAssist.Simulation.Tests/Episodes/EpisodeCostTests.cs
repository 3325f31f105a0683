using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class EpisodeCostTests
{
    private const int TenMinutes = 600_000;

    [Fact]
    public void Ten_minutes_of_restless_play_fit_into_64_KiB_with_poses()
    {
        var file = RecordSession(withPoses: true);

        Assert.InRange(file.Length, 1, 64 * 1024);
    }

    [Fact]
    public void Ten_minutes_of_restless_play_fit_into_16_KiB_without_poses()
    {
        var file = RecordSession(withPoses: false);

        Assert.InRange(file.Length, 1, 16 * 1024);
    }

    [Fact]
    public void Idling_costs_next_to_nothing()
    {
        var header = SomeHeader();
        var site = header.CreateSite();
        var file = new MemoryStream();
        using var writer = new EpisodeWriter(file, header, site, new EpisodeWriterOptions { FlushMilliseconds = 10_000 });
        var before = file.Length;

        for (var time = 0; time < TenMinutes; time += 10)
        {
            site.Step([BuilderAction.Noop], new Deed[1]);
            writer.Step(time, [BuilderAction.Noop], [ActionOrigin.Absent]);
        }

        Assert.InRange(file.Length - before, 1, 4 * 1024);
    }

    [Fact]
    public void Neither_writing_nor_replaying_a_step_allocates()
    {
        var header = SomeHeader();
        var site = header.CreateSite();
        var random = new SeededRandom(5);
        var file = new MemoryStream(1 << 20);
        using var writer = new EpisodeWriter(file, header, site, new EpisodeWriterOptions { KeyframeSteps = int.MaxValue, KeyframeMilliseconds = long.MaxValue });
        var (actions, origins, deeds) = (new BuilderAction[1], new[] { ActionOrigin.Decision }, new Deed[1]);
        RecordSteps(2000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        RecordSteps(2000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        var replay = new Replay(new EpisodeReader(file.ToArray(), "test"));
        PlaySteps(1000);
        before = GC.GetAllocatedBytesForCurrentThread();
        PlaySteps(2900);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void RecordSteps(int count)
        {
            for (; count > 0; count--)
            {
                actions[0] = site.Actions.ActionAt(random.Next(site.Actions.Count));
                site.Step(actions, deeds);
                writer.Step(writer.Time + 20, actions, origins);
                writer.Pose(new PlayerPose { Time = writer.Time, Yaw = random.Next(360) });
            }
        }

        void PlaySteps(int count)
        {
            for (; count > 0; count--)
            {
                Assert.True(replay.Step());
            }
        }
    }

    private static EpisodeHeader SomeHeader()
    {
        var options = new SiteOptions { Horizon = int.MaxValue, Builders = [new BuilderOptions { IsHuman = true }] };
        return new EpisodeHeader
        {
            Options = options,
            Goal = new BlockGrid(options.Size),
            Builders = [new EpisodeBuilder(BuilderRole.Person, "somebody")],
        };
    }

    /// <summary>Ten minutes in which a player never stands still and never stops looking around, and acts twice a second.</summary>
    private static byte[] RecordSession(bool withPoses)
    {
        var header = SomeHeader();
        var site = header.CreateSite();
        var random = new SeededRandom(77);
        var file = new MemoryStream();
        using (var writer = new EpisodeWriter(file, header, site))
        {
            var walker = new Walker(random);
            for (var time = 0; time < TenMinutes; time += PlayerPose.UsualInterval)
            {
                if (withPoses)
                {
                    writer.Pose(walker.Walk(time));
                }

                if (random.Next(10) == 0)
                {
                    BuilderAction[] actions = [site.Actions.ActionAt(random.Next(3) > 0 ? site.Actions.FirstMove + random.Next(6) : random.Next(site.Actions.Count))];
                    site.Step(actions, new Deed[1]);
                    writer.Step(time + random.Next(50), actions, [ActionOrigin.Decision]);
                }
            }

            writer.Complete(EndReason.Stopped);
        }

        return file.ToArray();
    }

    /// <summary>A body that speeds up and slows down as a player's does, and a view that follows a hand.</summary>
    private sealed class Walker(SeededRandom random)
    {
        private const double Drag = 0.91;
        private double _x = 5;
        private double _z = 5;
        private double _goX;
        private double _goZ;
        private double _yaw;
        private double _turn;
        private double _pitch;

        public PlayerPose Walk(int time)
        {
            if (random.Next(15) == 0)
            {
                (_goX, _goZ) = ((random.NextDouble() - 0.5) * 0.4, (random.NextDouble() - 0.5) * 0.4);
            }

            (_goX, _goZ) = ((_goX * Drag) + (0.02 * Math.Sin(_yaw / 57)), (_goZ * Drag) + (0.02 * Math.Cos(_yaw / 57)));
            (_x, _z) = (Math.Clamp(_x + _goX, 0, 11), Math.Clamp(_z + _goZ, 0, 10));
            _turn = (_turn * 0.8) + ((random.NextDouble() - 0.5) * 8);
            _yaw += _turn;
            _pitch = Math.Clamp(_pitch + ((random.NextDouble() - 0.5) * 4), -90, 90);
            return new PlayerPose { Time = time, Feet = new Location(_x, 2, _z), Yaw = _yaw, Pitch = _pitch, Slot = (byte)(time / 4000 % 9) };
        }
    }
}
