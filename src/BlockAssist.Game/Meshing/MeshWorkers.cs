using System.Collections.Concurrent;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Meshing;

/// <summary>Makes meshes on threads of its own: what somebody changed first, then what was never drawn, in the order asked for.</summary>
/// <remarks>Ask, take and return from one thread. A job takes the section as it is when its turn comes, and notes that version.</remarks>
public sealed class MeshWorkers : IDisposable
{
    private readonly VoxelWorld _world;
    private readonly Lock _gate = new();
    private readonly Queue<int> _changed = new();
    private readonly Queue<int> _first = new();
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly ConcurrentQueue<MeshedSection> _done = new();
    private readonly ConcurrentQueue<SectionMesh> _spare = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread[] _threads;

    /// <summary>Starts the threads.</summary>
    /// <param name="world">What is meshed.</param>
    /// <param name="threads">How many threads; at least 1.</param>
    public MeshWorkers(VoxelWorld world, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _world = world;
        _threads = [.. Enumerable.Range(0, threads).Select(number => new Thread(Work) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = $"meshing {number}" })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Asks for the mesh of a section.</summary>
    /// <param name="section">Its number.</param>
    /// <param name="isChange">Whether it was drawn before: somebody waits to see the change.</param>
    public void Ask(int section, bool isChange)
    {
        lock (_gate)
        {
            (isChange ? _changed : _first).Enqueue(section);
        }

        _waiting.Release();
    }

    /// <summary>Takes a mesh that is done.</summary>
    public bool TryTake(out MeshedSection done) => _done.TryDequeue(out done);

    /// <summary>Gives a mesh back, to be used again.</summary>
    public void Return(SectionMesh mesh) => _spare.Enqueue(mesh);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Array.ForEach(_threads, thread => thread.Join());
        _waiting.Dispose();
        _stop.Dispose();
    }

    private void Work()
    {
        var (padded, mesher) = (new PaddedSection(), new SectionMesher());
        while (TryWait())
        {
            var section = Next();
            var version = _world.VersionOf(section);
            padded.Copy(_world, _world.Sections.PosOf(section));
            var mesh = _spare.TryDequeue(out var spare) ? spare : new SectionMesh();
            mesher.Make(padded, mesh);
            _done.Enqueue(new MeshedSection(section, version, mesh));
        }
    }

    private bool TryWait()
    {
        try
        {
            _waiting.Wait(_stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private int Next()
    {
        lock (_gate)
        {
            return _changed.TryDequeue(out var section) ? section : _first.Dequeue();
        }
    }
}
