using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>
/// What this request loaded about people in order to show it. Rows on common ground note themselves as they are loaded; a list that
/// selects columns says so through <see cref="Add"/>.
/// </summary>
public sealed class Disclosures
{
    /// <summary>Ends the name of a page whose list was searched.</summary>
    public const string SearchedOn = "/Search";

    /// <summary>Ends the name of a page that showed what is a supervisor's.</summary>
    public const string OfSupervisor = "/Supervisor";

    private readonly Dictionary<(Guid? Person, Guid? Case), int> _kinds = [];
    private RequestAccess? _access;
    private CommonGroundDb? _db;
    private NamedInAddress? _address;
    private string _what = "";
    private string _of = "";
    private bool _paused;

    internal void Begin(CommonGroundDb db, RequestAccess access, string what, NamedInAddress address)
    {
        (_db, _access, _what, _address) = (db, access, what, address);
        if (access.InCase is { } inCase)
            _kinds[(inCase.CitizenPersonId, inCase.CaseId)] = 0;
        db.Disclosures = this;
    }

    /// <summary>A list shows these kinds about a person; without any, that they are on it.</summary>
    public void Add(Guid personId, Guid? caseId, params ReadOnlySpan<InformationKind> kinds)
    {
        Note(personId, caseId, null);
        foreach (var kind in kinds)
            Note(personId, caseId, kind);
    }

    /// <summary>A list was narrowed by a name or a number: whoever it found was searched for, and is told so.</summary>
    public void Searched() => _of = SearchedOn;

    /// <summary>What the page showed is a supervisor's, where the same page shows the citizen's too: it is told as that.</summary>
    public void IsOfSupervisor() => _of = OfSupervisor;

    /// <summary>Of all the cases that were loaded, a list shows only these.</summary>
    public void OnlyOf(IReadOnlyCollection<Guid> cases)
    {
        foreach (var hidden in _kinds.Keys.Where(k => k.Case is not { } of || !cases.Contains(of)).ToList())
            _kinds.Remove(hidden);
    }

    /// <summary>While a change is made, rows are loaded to be changed, not shown.</summary>
    public IDisposable Pause()
    {
        _paused = true;
        return new Resume(this);
    }

    internal void Loaded(IOnCommonGround row)
    {
        if (_paused || _access is null)
            return;

        if (row.CaseId is { } caseId)
            Note(_access.InCase?.CaseId == caseId ? _access.InCase.CitizenPersonId : null, caseId, KindShown(row, _access));
        else if (row is IAboutPerson about)
            Note(about.PersonId, null, row.Tells);
    }

    /// <param name="status">Of the answer that is about to leave: what it does not carry was not shown.</param>
    internal async Task Commit(AccessLog log, int status, CancellationToken cancel)
    {
        if (_access is not { } access || _db is null || CarriesNothing(status))
            return;

        _access = null;
        var permitted = status is not (StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound);
        var people = permitted ? await People(_db, cancel)
            : access.InCase is { } inCase ? [new Disclosed(inCase.CitizenPersonId, inCase.CaseId, 0)]
            : _address is not null && await _address.Whom(_db, cancel) is { } named ? [named] : [];
        if (people.Count == 0)
            return;

        await log.Write(new Domain.Journal.Access(
            access.Now, access.PersonId, access.InCase?.Role ?? access.InUnit?.Role, access.InCase?.Hat ?? Hat.Support, access.Purpose,
            _what + _of, permitted, people), cancel);
    }

    /// <summary>
    /// A form that was sent and leads on: what it changed is in the journal, and where it leads makes an entry of its own. Nor is a draft
    /// that saves itself a look, or a form that came too late to be taken.
    /// </summary>
    private static bool CarriesNothing(int status) =>
        status is StatusCodes.Status204NoContent or (>= 300 and < 400) or StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized
            or StatusCodes.Status405MethodNotAllowed;

    private async Task<List<Disclosed>> People(CommonGroundDb db, CancellationToken cancel)
    {
        var unnamed = _kinds.Keys.Where(k => k.Person is null).Select(k => k.Case!.Value).ToList();
        var citizens = unnamed.Count == 0 ? []
            : await db.Cases.TagWith(Tags.AccessLog).Where(c => unnamed.Contains(c.Id)).Select(c => new { c.Id, c.CitizenPersonId })
                .ToDictionaryAsync(c => c.Id, c => c.CitizenPersonId, cancel);
        return
        [
            .. _kinds.GroupBy(k => (Person: k.Key.Person ?? citizens[k.Key.Case!.Value], k.Key.Case))
                .Select(g => new Disclosed(g.Key.Person, g.Key.Case, g.Aggregate(0, (all, k) => all | k.Value)))
                .OrderBy(d => d.PersonId),
        ];
    }

    /// <summary>That they take part themselves tells them nobody's contact: that there is a case is all that it shows.</summary>
    private static InformationKind? KindShown(IOnCommonGround row, RequestAccess access) =>
        row is Party { Role: not PartyRole.Citizen } own && own.PersonId == access.PersonId ? null : row.Tells;

    private void Note(Guid? personId, Guid? caseId, InformationKind? kind) =>
        _kinds[(personId, caseId)] = _kinds.GetValueOrDefault((personId, caseId)) | (kind is { } shown ? 1 << (int)shown : 0);

    private sealed class Resume(Disclosures disclosures) : IDisposable
    {
        public void Dispose() => disclosures._paused = false;
    }
}

/// <summary>
/// Notes each row on common ground as it is loaded. There is one for the whole process: EF Core keeps a model of its own for
/// each interceptor of this sort, and building one takes a second.
/// </summary>
public sealed class DisclosureInterceptor : IMaterializationInterceptor
{
    public static readonly DisclosureInterceptor Instance = new();

    private DisclosureInterceptor()
    {
    }

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (entity is IOnCommonGround row && materializationData.Context is CommonGroundDb { Disclosures: { } disclosures })
            disclosures.Loaded(row);
        return entity;
    }
}
