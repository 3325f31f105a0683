using System.Numerics;
using BlockAssist.Chain.Ledger.State;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>The two calls that clients of Gensyn's BlockAssist and RL Swarm make. Texts are bytes here, as for the original: nobody checks that they are UTF-8.</summary>
internal sealed class Upstream(Host host, Roles roles)
{
    private readonly Map<Hash32, Upload> _uploads = host.Map<Hash32, Upload>(default);
    private readonly Map<Hash32, Address> _uploaders = host.Map<Hash32, Address>(default);
    private readonly Map<Hash32, Address> _owners = host.Map<Hash32, Address>(default);
    private readonly Map<Address, Count> _counts = host.Map<Address, Count>(default);
    private readonly Cell<Count> _total = host.Cell<Count>(default);

    public Count Total => _total.Value;

    public Count Of(Address user) => _counts[user];

    public void RegisterPeer(ReadOnlyMemory<byte> peer)
    {
        roles.DemandNotPaused();
        var key = Keccak256.Of(peer.Span);
        if (_owners[key] != default)
        {
            throw host.Revert("PeerIdAlreadyRegistered");
        }

        _owners[key] = host.Sender;
        host.Tell("PeerRegistered", host.Sender, peer);
    }

    public object[] OwnersOf(IEnumerable<ReadOnlyMemory<byte>> peers) => [.. peers.Select(peer => _owners[Keccak256.Of(peer.Span)])];

    public void Submit(Address user, ReadOnlyMemory<byte> training, ReadOnlyMemory<byte> model, BigInteger sessions, bool telemetry)
    {
        roles.DemandNotPaused();
        if (user == default)
        {
            throw host.Revert("InvalidUserAddress", user);
        }

        if (sessions.IsZero || sessions > uint.MaxValue)
        {
            throw host.Revert("InvalidNumSessions", sessions);
        }

        var (upload, uploader) = (Keccak256.Of(training.Span), Keccak256.Of(model.Span));
        if (_uploads[upload].User != default)
        {
            throw host.Revert("TrainingIDAlreadySubmitted", training);
        }

        if (_uploaders[uploader] != default)
        {
            throw host.Revert("HFModelAlreadySubmitted", model);
        }

        _uploads[upload] = new Upload(user, (ulong)sessions, telemetry, IsVerified: false);
        _uploaders[uploader] = user;
        _counts[user] = Of(user).With(sessions);
        _total.Value = Total.With(sessions);
        host.Tell("HFUploadSubmitted", user, training, model, sessions, telemetry);
    }

    public void Verify(ReadOnlyMemory<byte> training, ReadOnlyMemory<byte> model)
    {
        roles.Demand(Roles.Verifier);
        var key = Keccak256.Of(training.Span);
        var upload = _uploads[key];
        if (upload.User == default || UploaderOf(model) != upload.User)
        {
            throw host.Revert("TrainingRunNotSubmitted", training, model);
        }

        _uploads[key] = upload with { IsVerified = true };
        host.Tell("HFUploadVerified", upload.User, training, model, upload.Sessions, upload.Telemetry);
    }

    public bool IsPending(ReadOnlyMemory<byte> training) => _uploads[Keccak256.Of(training.Span)] is { IsVerified: false } upload && upload.User != default;

    public Address UploaderOf(ReadOnlyMemory<byte> model) => _uploaders[Keccak256.Of(model.Span)];

    /// <summary>How many uploads, of how many sessions.</summary>
    public readonly record struct Count(BigInteger Uploads, BigInteger Sessions)
    {
        public Count With(BigInteger sessions) => new(Uploads + 1, Sessions + sessions);
    }

    private readonly record struct Upload(Address User, ulong Sessions, bool Telemetry, bool IsVerified);
}
