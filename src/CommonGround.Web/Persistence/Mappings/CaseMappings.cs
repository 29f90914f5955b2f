using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class CaseMappings :
    IEntityTypeConfiguration<Case>, IEntityTypeConfiguration<Party>, IEntityTypeConfiguration<Release>,
    IEntityTypeConfiguration<StepState>, IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<KeptApart>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.CitizenPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Parties).WithOne().HasForeignKey(p => p.CaseId);
        builder.HasMany(c => c.Consents).WithOne().HasForeignKey(c => c.CaseId);
        builder.HasMany(c => c.Releases).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Emergencies).WithOne().HasForeignKey(e => e.CaseId);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CaseId);
    }

    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne(p => p.Person).WithMany().HasForeignKey(p => p.PersonId).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<KeptApart> builder) => builder.HasNoKey().ToSqlQuery($"""
        select c."citizen_person_id", p."person_id" from "party" p join "case" c on c."id" = p."case_id" where p."role" = {(int)PartyRole.Supervisor}
        """);

    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Party>().WithMany().HasForeignKey(r => r.ToPartyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StepState> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.CaseId, s.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.Property<Guid>("Id").ValueGeneratedOnAdd();
        builder.HasKey("Id");
        builder.HasIndex(g => new { g.CaseId, g.PersonId, g.Kind });
        builder.HasIndex(g => new { g.UnitId, g.PersonId, g.Kind });
        builder.HasIndex(g => g.PersonId);
    }
}
