using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

/// <summary>
/// The database of one request. Everything that stands on common ground is filtered by the grants of <see cref="Viewer"/>, who is
/// nobody until the request's access was decided: what may not be seen is never loaded.
/// </summary>
public sealed partial class CommonGroundDb(DbContextOptions<CommonGroundDb> options) : DbContext(options)
{
    /// <summary>Name of the filter that every read goes through.</summary>
    public const string SharingFilter = "sharing";

    /// <summary>Name of the filter that keeps what is not told yet with its author.</summary>
    public const string DraftFilter = "drafts";

    /// <summary>Name of the filter that keeps a protected identity with those who must know it.</summary>
    public const string IdentityFilter = "identity";

    public Viewer Viewer { get; set; } = Viewer.Nobody;

    /// <summary>Notes what this request shows; null outside a request.</summary>
    public Infrastructure.Access.Disclosures? Disclosures { get; set; }

    /// <summary>While a change is made, or outside a request: what is read is not shown.</summary>
    public bool ShowsNobody { get; set; } = true;

    // The filter's parameters: EF reads them from this instance at each query.
    internal Guid ViewerPersonId => Viewer.PersonId;

    internal DateTime ViewerNow => Viewer.Now;

    internal int ViewerPurpose => Viewer.PurposeBits;

    internal Guid? ViewerPartyId => Viewer.PartyId;

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<KeptApart> KeptApart => Set<KeptApart>();

    public DbSet<JournalHead> JournalHeads => Set<JournalHead>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<JournalText> JournalTexts => Set<JournalText>();

    public DbSet<AccessHead> AccessHeads => Set<AccessHead>();

    public DbSet<AccessEntry> AccessLog => Set<AccessEntry>();

    public DbSet<CommandDone> Commands => Set<CommandDone>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<SigningKey> Keys => Set<SigningKey>();

    /// <summary>
    /// Past the sharing filter: for a handler that changes a whole aggregate, and never to show something. An architecture test
    /// holds its callers.
    /// </summary>
    public IQueryable<T> Whole<T>() where T : class => Set<T>().IgnoreQueryFilters([SharingFilter, DraftFilter]);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CommonGroundDb).Assembly);
        SharingFilters.AddTo(modelBuilder, this);
        SharingFilters.HideProtected(modelBuilder, this);
        Conventions.Apply(modelBuilder);
    }
}

/// <summary>Who reads, when, for what.</summary>
public sealed record Viewer(Guid PersonId, DateTime Now, Purpose Purpose)
{
    public static readonly Viewer Nobody = new(Guid.Empty, DateTime.MinValue, Purpose.Operation);

    /// <summary>The part in a case that is read in; null on pages of no one case, where each case opens what any of their parts in it does.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>A bit for each purpose that is read for; more than the one only where the citizen sees it as another would.</summary>
    public int PurposeBits { get; init; } = Grant.Bit(Purpose);
}
