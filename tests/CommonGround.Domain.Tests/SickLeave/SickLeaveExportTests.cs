using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

public sealed class SickLeaveExportTests
{
    private static readonly SickLeaveExportRow Whole =
        new(2, "cert-1", "19121212-1212", "[2026-03-02;2026-03-10;100|2026-03-11;2026-03-20;50]", "2026-03-02T13:00:00.000", "false");

    [Fact]
    public void Read_WholeRow_GivesItsPeriods()
    {
        SickLeaveExportReading reading = SickLeaveExport.Read([Whole]);

        ExportedLeave leave = Assert.Single(reading.Leaves);
        Assert.Empty(reading.Problems);
        Assert.Equal(("191212121212", "cert-1"), (leave.Person.Number, leave.Leave.Id.Extension));
        Assert.Equal(
            [new CertificatePeriod(new(2026, 3, 2), new(2026, 3, 10), 100), new CertificatePeriod(new(2026, 3, 11), new(2026, 3, 20), 50)],
            leave.Leave.Periods);
    }

    [Theory]
    [InlineData("", "export.no-period")]
    [InlineData("[]", "export.no-period")]
    [InlineData("2026-03-02;2026-03-10;100", "export.period-form")]
    [InlineData("[2026-03-02;2026-03-10]", "export.period-form")]
    [InlineData("[2026-03-02;2026-03-10;100|]", "export.period-form")]
    [InlineData("[2026-03-02;2026-03-10;100;1]", "export.period-form")]
    [InlineData("[2026-02-30;2026-03-10;100]", "period.start-not-a-day")]
    [InlineData("[2026-03-02;igår;100]", "period.end-not-a-day")]
    [InlineData("[2026-03-10;2026-03-02;100]", "period.backwards")]
    [InlineData("[2026-03-02;2026-03-10;40]", "export.degree")]
    [InlineData("[2026-03-02;2026-03-10;0]", "export.degree")]
    [InlineData("[2026-03-02;2026-03-10;100%]", "export.degree")]
    [InlineData("[2026-03-02;2026-03-10;]", "export.degree")]
    [InlineData("[2026-03-02;2026-03-10;100|2026-03-08;2026-03-12;50]", "period.overlap")]
    public void Read_CellThatCannotBeRight_IsNamedWithItsRow(string cell, string code)
    {
        SickLeaveExportReading reading = SickLeaveExport.Read([Whole with { Row = 7, WorkAbility = cell }]);

        Assert.Empty(reading.Leaves);
        RowProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((7, code, "FÖRMÅGA"), (problem.Row, problem.Problem.Code, problem.Problem.Field));
    }

    [Fact]
    public void Read_RowWithSeveralThingsWrong_NamesThemAll()
    {
        SickLeaveExportReading reading = SickLeaveExport.Read(
            [new SickLeaveExportRow(3, " ", "Alvar", "[x;y;z]", "nyss", "kanske")]);

        Assert.Equal(
            ["certificate-id.missing", "moment.unreadable", "patient-id.unreadable", "period.start-not-a-day", "period.end-not-a-day", "export.degree", "value.not-yes-or-no"],
            reading.Problems.Select(p => p.Problem.Code));
    }

    [Theory]
    [InlineData("cert-1", "export.row-repeated")]
    [InlineData("cert-2", null)]
    public void Read_SameRowAgain_IsCountedOnceAndTold(string id, string? code)
    {
        SickLeaveExportReading reading = SickLeaveExport.Read([Whole, Whole with { Row = 3, CertificateId = id }]);

        Assert.Equal(code is null ? 2 : 1, reading.Leaves.Count);
        Assert.Equal(code, reading.Problems.SingleOrDefault()?.Problem.Code);
    }

    [Fact]
    public void Read_SameIdWithOtherContent_IsToldWithTheRowThatCounts()
    {
        SickLeaveExportReading reading = SickLeaveExport.Read([Whole, Whole with { Row = 3, PersonId = "197705232382" }]);

        Assert.Equal(new CertificateProblem("export.id-used-twice", "INTYGSID", "2"), Assert.Single(reading.Problems).Problem);
    }

    [Fact]
    public void Read_PersonalNumberWithAndWithoutHyphen_IsTheSamePerson() =>
        Assert.Single(SickLeaveExport.Read([Whole, Whole with { Row = 3, CertificateId = "cert-2", PersonId = "191212121212" }])
            .Leaves.Select(l => l.Person).Distinct());
}
